package io.baytap.bench.fares;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The feeds and policies of the operators of Hong Kong, in a directory of their own.
 *
 * @param files feeds and policies
 * @param rules rows of all {@code fare_leg_rules.txt}
 */
record FeedSet(Path directory, int files, int rules) {

    private static final String POLICY = ".yaml";
    private static final String HONG_KONG = "city: hong-kong";

    /** Copies them out of all feeds. */
    static FeedSet copy(Path feeds, Path into) throws IOException {
        int files = 0;
        for (Path policy : policies(feeds)) {
            if (Files.readAllLines(policy).contains(HONG_KONG)) {
                Path feed = feeds.resolve(operator(policy) + ".zip");
                Files.copy(policy, into.resolve(policy.getFileName()));
                Files.copy(feed, into.resolve(feed.getFileName()));
                files += 2;
            }
        }
        return new FeedSet(into, files, SoldRules.read(into).size());
    }

    /** The operators whose feeds are in a directory. */
    static List<String> operators(Path feeds) throws IOException {
        return policies(feeds).stream().map(FeedSet::operator).toList();
    }

    private static List<Path> policies(Path feeds) throws IOException {
        try (Stream<Path> files = Files.list(feeds)) {
            return files.filter(file -> file.toString().endsWith(POLICY))
                    .sorted()
                    .toList();
        }
    }

    private static String operator(Path policy) {
        String name = String.valueOf(policy.getFileName());
        return name.substring(0, name.length() - POLICY.length());
    }
}
