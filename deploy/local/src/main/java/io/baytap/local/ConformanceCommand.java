package io.baytap.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code conformance}: the kit against a fresh intake, over HTTP, MQTT and Kafka. */
@Command(
        name = "conformance",
        description = "Starts tap-ingest behind its three doors and plays the conformance kit.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Layout layout = Layout.find();
        List<String> differences = new IntakeCheck(layout, layout.output("conformance")).run(System.out::println);
        System.out.println(differences.isEmpty() ? "conforms" : differences.size() + " differences");
        return differences.isEmpty() ? 0 : 1;
    }
}
