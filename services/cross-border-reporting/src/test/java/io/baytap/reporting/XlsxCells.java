package io.baytap.reporting;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a spreadsheet program sees in a workbook: LibreOffice opens it, and writes it as CSV. */
final class XlsxCells {

    private static final long SECONDS_MAX = 120;

    /** Comma, double quote, UTF-8, from the first line, no column formats, and every cell as it is held, not as it is shown. */
    private static final String FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";

    private XlsxCells() {}

    /** Its rows; numbers without zeros at their end. */
    static List<List<String>> read(byte[] workbook) throws IOException {
        Path folder = Files.createTempDirectory("xlsx");
        Path file = Files.write(folder.resolve("report.xlsx"), workbook);
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        FILTER,
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            if (!office.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || office.exitValue() != 0) {
                office.destroyForcibly();
                throw new IOException("LibreOffice: " + Files.readString(folder.resolve("office.log")));
            }
            return CsvReader.builder().ofCsvRecord(folder.resolve("report.csv")).stream()
                    .map(record ->
                            record.getFields().stream().map(XlsxCells::number).toList())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            delete(folder);
        }
    }

    private static String number(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
