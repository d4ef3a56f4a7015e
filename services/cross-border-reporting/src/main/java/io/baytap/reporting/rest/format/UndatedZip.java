package io.baytap.reporting.rest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook without the moment it was made: the same report has the same bytes, whenever it is asked for. */
final class UndatedZip {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    private UndatedZip() {}

    static void copy(Path workbook, OutputStream out) throws IOException {
        try (var from = new ZipFile(workbook.toFile())) {
            var to = new ZipOutputStream(out);
            for (ZipEntry entry : Collections.list(from.entries())) {
                var copy = new ZipEntry(entry.getName());
                // The first moment that the format can say.
                copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        to.write(CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
            to.finish();
            to.flush();
        }
    }
}
