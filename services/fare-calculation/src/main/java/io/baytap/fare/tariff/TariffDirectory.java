package io.baytap.fare.tariff;

import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import io.baytap.fare.domain.Tariffs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of one directory or more: a feed {@code <operatorId>.zip} with a policy {@code <operatorId>.yaml} per operator, further
 * versions as {@code <operatorId>.<name>.zip} and {@code .yaml}, each in force from its own date on; and schemes,
 * {@code <name>.scheme.yaml}. Read again where files have changed. What is refused changes nothing: what was loaded before
 * under its name stays. So does a version with the name of one that is loaded and other content: which fares a version makes
 * does not change.
 */
public final class TariffDirectory implements TariffBook {

    private static final Logger LOG = Logger.getLogger(TariffDirectory.class);
    private static final String FEED = ".zip";
    private static final String POLICY = ".yaml";
    private static final String SCHEME = ".scheme.yaml";

    private final List<Path> directories;
    private final Map<String, String> contents = new TreeMap<>();
    private final Map<String, List<Stamp>> seen = new TreeMap<>();
    private final Map<String, Tariff> tariffs = new TreeMap<>();
    private final Map<String, Scheme> schemes = new TreeMap<>();
    private final Map<String, TariffRefusal> refusals = new TreeMap<>();
    private volatile State state = new State(Tariffs.none(), List.of(), List.of());

    /** When a file was last written, and how long it is. */
    private record Stamp(FileTime time, long bytes) {}

    /** A feed that was read, or why it cannot be. */
    private interface Reading {
        Tariff tariff() throws IOException, TariffRefusedException;
    }

    private interface Load {
        void run() throws IOException, TariffRefusedException;
    }

    private record State(Tariffs tariffs, List<Scheme> schemes, List<TariffRefusal> refusals) {}

    public TariffDirectory(Path directory) {
        this(List.of(directory));
    }

    /** @param directories a file that two of them have is that of the first */
    public TariffDirectory(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    @Override
    public Tariffs tariffs() {
        return state.tariffs();
    }

    @Override
    public List<Scheme> schemes() {
        return state.schemes();
    }

    @Override
    public List<TariffRefusal> refusals() {
        return state.refusals();
    }

    /** Why nothing may be priced yet: there is no tariff, or an operator or scheme whose only files were refused. */
    public Optional<String> obstacle() {
        State current = state;
        if (current.tariffs().all().isEmpty() && current.refusals().isEmpty()) {
            return Optional.of("no tariff in " + directories);
        }
        return current.refusals().stream()
                .filter(refusal -> refusal.inForce() == null)
                .findFirst()
                .map(refusal -> "tariff refused: " + refusal);
    }

    /** Looks for new and changed files. What a file that is gone said stays as it was. */
    public synchronized void refresh() {
        List<String> feeds = names(FEED).stream()
                .filter(name -> hasChanged(List.of(name + FEED, name + POLICY)))
                .toList();
        List<String> changedSchemes = names(SCHEME).stream()
                .filter(name -> hasChanged(List.of(name + SCHEME)))
                .toList();
        if (feeds.isEmpty() && changedSchemes.isEmpty()) {
            return;
        }
        // Several at once: a start waits for all of them.
        List<Reading> read = feeds.parallelStream().map(this::read).toList();
        for (int i = 0; i < feeds.size(); i++) {
            String name = feeds.get(i);
            Reading reading = read.get(i);
            attempt(name, name + FEED, () -> keep(name, reading.tariff()));
        }
        changedSchemes.forEach(name -> attempt(name, name + SCHEME, () -> loadScheme(name)));
        state = new State(new Tariffs(tariffs.values()), List.copyOf(schemes.values()), List.copyOf(refusals.values()));
    }

    /** Since this was last asked. A file is missing in the middle of a copy: the next look finds it. */
    private boolean hasChanged(List<String> files) {
        List<Stamp> stamps =
                files.stream().map(this::stamp).flatMap(Optional::stream).toList();
        return stamps.size() == files.size() && !stamps.equals(seen.put(files.getFirst(), stamps));
    }

    private void attempt(String name, String key, Load load) {
        try {
            load.run();
            refusals.remove(key);
        } catch (TariffRefusedException e) {
            refuse(name, key, e);
        } catch (IOException e) {
            refuse(name, key, new TariffRefusedException(key, null, "cannot be read: " + e.getMessage()));
        }
    }

    private Reading read(String name) {
        try {
            Tariff tariff = TariffFeed.load(find(name + FEED), find(name + POLICY));
            return () -> tariff;
        } catch (TariffRefusedException e) {
            return () -> {
                throw e;
            };
        } catch (IOException e) {
            return () -> {
                throw e;
            };
        }
    }

    private void keep(String name, Tariff tariff) throws IOException, TariffRefusedException {
        if (!tariff.operatorId().equals(operator(name))) {
            throw new TariffRefusedException(name + POLICY, null, "is the policy of " + tariff.operatorId());
        }
        for (Map.Entry<String, Tariff> other : tariffs.entrySet()) {
            if (!other.getKey().equals(name)
                    && other.getValue().operatorId().equals(tariff.operatorId())
                    && other.getValue().inForceFrom().equals(tariff.inForceFrom())) {
                throw new TariffRefusedException(
                        name + POLICY, null, "effectiveFrom: " + other.getKey() + " comes into force at the same time");
            }
        }
        String content = TariffFeed.content(find(name + FEED));
        if (!content.equals(contents.getOrDefault(tariff.version(), content))) {
            throw new TariffRefusedException(
                    name + FEED,
                    null,
                    tariff.version() + " is loaded with other content: a version does not change, name another in"
                            + " feed_version");
        }
        contents.put(tariff.version(), content);
        tariffs.put(name, tariff);
        Object from = tariff.inForceFrom().equals(Instant.MIN) ? "ever" : tariff.inForceFrom();
        LOG.infof("tariff loaded: %s, in force since %s", tariff.version(), from);
    }

    private void loadScheme(String name) throws IOException, TariffRefusedException {
        Scheme scheme = SchemeFile.parse(name + SCHEME, Files.readAllBytes(find(name + SCHEME)));
        if (!scheme.id().equals(name)) {
            throw new TariffRefusedException(name + SCHEME, null, "is the scheme " + scheme.id());
        }
        schemes.put(name, scheme);
        LOG.infof("scheme loaded: %s", name);
    }

    private void refuse(String name, String key, TariffRefusedException e) {
        String inForce = inForce(name, key);
        var refusal = new TariffRefusal(operator(name), e.file(), e.row(), e.reason(), inForce);
        refusals.put(key, refusal);
        LOG.errorf("tariff refused: %s; %s", refusal, inForce == null ? "it has none" : inForce + " stays");
    }

    /** What prices meanwhile: the earlier content of the file, or else another version of the operator. */
    private @Nullable String inForce(String name, String key) {
        if (key.endsWith(SCHEME)) {
            return schemes.containsKey(name) ? name : null;
        }
        Tariff same = tariffs.get(name);
        return same != null
                ? same.version()
                : tariffs.values().stream()
                        .filter(tariff -> tariff.operatorId().equals(operator(name)))
                        .map(Tariff::version)
                        .findFirst()
                        .orElse(null);
    }

    private static String operator(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private NavigableSet<String> names(String ending) {
        NavigableSet<String> names = new TreeSet<>();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(ending))
                        .map(name -> name.substring(0, name.length() - ending.length()))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list the tariffs in " + directory, e);
            }
        }
        return names;
    }

    private Path find(String file) {
        return directories.stream()
                .map(directory -> directory.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(directories.getFirst().resolve(file));
    }

    private Optional<Stamp> stamp(String file) {
        Path path = find(file);
        try {
            return Optional.of(new Stamp(Files.getLastModifiedTime(path), Files.size(path)));
        } catch (IOException e) {
            LOG.warnf("a file of the tariffs is missing: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
