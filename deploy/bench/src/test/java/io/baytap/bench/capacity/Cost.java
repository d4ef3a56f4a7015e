package io.baytap.bench.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a process spends on one event.
 *
 * @param column of the table of processes in the result, by the words in its head
 * @param result a file of results, its path from the repository's root
 * @param micros CPU time, µs
 */
record Cost(String process, String column, String result, double micros) {

    /** Reads the figure where it was measured. */
    static Cost read(Path root, String process, String column, String result) throws IOException {
        List<String> head = List.of();
        for (String line : Files.readAllLines(root.resolve(result))) {
            List<String> cells = cells(line);
            if (cells.getFirst().equals("process")) {
                head = cells;
            } else if (cells.getFirst().equals(process)) {
                int at = head.stream()
                        .map(each -> each.contains(column))
                        .toList()
                        .indexOf(true);
                if (at >= 0) {
                    return new Cost(process, column, result, number(cells.get(at)));
                }
            }
        }
        throw new IllegalArgumentException(result + " does not say what " + process + " spends " + column);
    }

    /** Of a row of Markdown; one that is empty for any other line. */
    static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of("");
        }
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    static double number(String cell) {
        return Double.parseDouble(cell.replace(",", ""));
    }

    /** Cores that are busy with so many taps a second, of which two make a trip. */
    double cores(double taps) {
        return (column.contains("tap") ? taps : taps / 2) * micros / 1e6;
    }
}
