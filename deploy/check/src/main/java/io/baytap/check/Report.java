package io.baytap.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code cross-border-records.csv} says of one posting.
 *
 * @param records its records: who travelled where, the fare and the debit
 * @param differing the report's own controls that do not agree with its records
 * @param whole whether it ends with controls: a file without them has broken off
 */
record Report(List<String> records, List<String> differing, boolean whole) {

    /** HKD and CNY have cents. */
    private static final int MINOR_DIGITS = 2;

    /** Reads it line by line: it has a whole day. */
    static Report read(Stream<String> lines, String postingId) {
        List<String> header = new ArrayList<>();
        List<String> records = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        lines.forEach(line -> {
            if (header.isEmpty()) {
                header.addAll(cells(line));
            } else if (line.startsWith("CONTROL")) {
                controls.add(line);
            } else if (line.startsWith("DETAIL,") && line.contains("," + postingId + ",")) {
                records.add(new Row(header, cells(line)).text());
            }
        });
        List<String> differing = controls.stream()
                .filter(line -> line.startsWith("CONTROL_DIFFERS"))
                .toList();
        return new Report(List.copyOf(records), differing, !controls.isEmpty());
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** A line; the cells that are read here stand before the first that may be quoted. */
    private record Row(List<String> header, List<String> cells) {

        String text() {
            return cell("residents_of") + " in " + cell("paying_in") + ": " + minor("fare_amount") + " "
                    + cell("fare_currency") + ", " + minor("wallet_amount") + " " + cell("wallet_currency");
        }

        private String minor(String column) {
            return new BigDecimal(cell(column))
                    .movePointRight(MINOR_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        private String cell(String column) {
            return cells.get(header.indexOf(column));
        }
    }
}
