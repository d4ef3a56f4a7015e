package io.baytap.operations;

import io.baytap.operations.Letter.State;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists what consumers parked and, when told to, puts it back where it lay, each record once. */
@Command(
        name = "dead-letters",
        description =
                "Lists the records that consumers parked; with --put-back those that were chosen go back to their topics, each once.",
        mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Callable<Integer> {

    static final int DONE = 0;

    /** The broker was not reached, or did not do as asked; what was said to be put back is. */
    static final int NOT_DONE = 2;

    /** Longer than the transactions of the line's consumers may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--topic", description = "These topics of dead letters alone: <topic>.<consumer>.dlq.")
    private List<String> chosenTopics = List.of();

    @Option(names = "--reason", description = "Letters that were parked for these reasons alone.")
    private Set<String> reasons = Set.of();

    @Option(
            names = "--offsets",
            converter = OffsetRange.Converter.class,
            description = "Letters at these offsets of the one --topic: 17 or 3-17.")
    private OffsetRange offsets = OffsetRange.ALL;

    @Option(names = "--put-back", description = "Puts them back; without it nothing is written. Needs --topic.")
    private boolean putBack;

    @Spec
    private @Nullable CommandSpec spec;

    private final Duration patience;
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private int done;

    DeadLettersCommand(Duration patience) {
        this.patience = patience;
    }

    /** Entry point of the jar. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DeadLettersCommand(PATIENCE)).execute(arguments));
    }

    @Override
    public Integer call() {
        if (putBack && chosenTopics.isEmpty()) {
            throw wrong("--put-back needs --topic: what is not chosen is not put back");
        }
        if (!offsets.equals(OffsetRange.ALL) && chosenTopics.size() != 1) {
            throw wrong("--offsets are those of one --topic");
        }
        Map<String, Topic> sources = sources();
        chosenTopics.stream()
                .filter(name -> !sources.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong("no consumer of the line parks in " + name);
                });
        int exit = DONE;
        try (var scan = new LetterScan(broker.settings(), patience)) {
            Set<String> there = scan.topics();
            if (!there.containsAll(chosenTopics)) {
                throw new KafkaException("the broker does not have all of " + chosenTopics + ", or does not show them");
            }
            sources.keySet().retainAll(chosenTopics.isEmpty() ? there : chosenTopics);
            sources.forEach((letters, source) -> handle(letters, source, scan));
        } catch (KafkaException | UncheckedIOException e) {
            System.out.println("not done: " + e.getMessage());
            exit = NOT_DONE;
        }
        System.out.println(total());
        return exit;
    }

    private void handle(String letters, Topic source, LetterScan scan) {
        if (!putBack) {
            var judge = new Judge(source, scan.putBack(letters));
            scan.letters(letters, record -> choose(record, judge));
            return;
        }
        // It fences before the marks are read: nobody adds one afterwards.
        try (var back = new PutBack(broker.settings(), letters, this::isDone)) {
            var judge = new Judge(source, scan.putBack(letters));
            scan.letters(letters, record -> {
                Letter letter = choose(record, judge);
                if (letter != null) {
                    back.put(record, letter);
                }
            });
            back.commit();
        }
    }

    /** Counts the letter and says what it is; null if it is not chosen or cannot be put back. */
    private @Nullable Letter choose(ConsumerRecord<byte[], byte[]> record, Judge judge) {
        Letter letter = judge.judge(record);
        if (!offsets.contains(letter.offset()) || (!reasons.isEmpty() && !reasons.contains(letter.reason()))) {
            return null;
        }
        counts.merge(letter.state(), 1, Integer::sum);
        boolean open = letter.state() == State.PARKED;
        if (!open || !putBack) {
            System.out.println(letter);
        }
        return open ? letter : null;
    }

    private void isDone(Letter letter) {
        done++;
        System.out.println("put back\t" + letter);
    }

    private String total() {
        StringBuilder total = new StringBuilder();
        counts.forEach(
                (state, count) -> total.append(", ").append(state).append(' ').append(count));
        return (counts.isEmpty() ? "nothing" : total.substring(2))
                + (putBack ? "; put back " + done : "; nothing was written");
    }

    /** Each topic of dead letters with the one that its records lay on. */
    private static Map<String, Topic> sources() {
        Map<String, Topic> sources = new TreeMap<>();
        Topics.events()
                .forEach(topic -> topic.consumers().forEach(each -> sources.put(topic.deadLetters(each), topic)));
        return sources;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }
}
