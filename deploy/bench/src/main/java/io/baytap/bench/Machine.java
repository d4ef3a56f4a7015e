package io.baytap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What it was measured on; {@code load} is the average before. */
public record Machine(String cpu, int cores, String memory, String jdk, String load) {

    private static final Pattern DECIDES_SPEED = Pattern.compile("-X\\S+|(fsync|full_page_writes|shared_buffers)=\\S+");

    /** This one, now. */
    public static Machine read() {
        return new Machine(
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                value("/proc/meminfo", "MemTotal"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                text("/proc/loadavg").split(" ", -1)[0]);
    }

    /** By process, the options it runs with that decide its speed; a process without any is left out. */
    public static Map<String, String> flags(Map<String, Long> processes) {
        Map<String, String> flags = new LinkedHashMap<>();
        processes.forEach((name, pid) -> flags.put(
                name,
                Arrays.stream(text("/proc/" + pid + "/cmdline").split("\0", -1))
                        .filter(DECIDES_SPEED.asMatchPredicate())
                        .collect(Collectors.joining(" "))));
        return flags;
    }

    private static String value(String file, String field) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
