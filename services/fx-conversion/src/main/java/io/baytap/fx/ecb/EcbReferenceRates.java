package io.baytap.fx.ecb;

import io.baytap.fx.domain.RateSheet;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the European Central Bank's euro reference rates in each form they are published in: XML, CSV, and CSV in a ZIP.
 * The whole table is checked, not only the currencies that are used: a fault anywhere says that the file is not what it
 * should be.
 */
public final class EcbReferenceRates implements RateSheet {

    /** A table from 1999 on is 1.5 MB. A ZIP could unfold to any size. */
    static final int UNZIPPED_MAX = 16 << 20;

    private static final int SNIFFED = 4;

    private final String source;

    /** The ECB's own. */
    public EcbReferenceRates() {
        this("ECB");
    }

    /** @param source in whose name the rates are published: a mirror's, or another bank's that writes the same form */
    public EcbReferenceRates(String source) {
        this.source = source;
    }

    @Override
    public Reading read(InputStream content, Instant now) {
        var days = new EcbDays(source, now);
        try {
            var buffered = new BufferedInputStream(content);
            return switch (first(buffered)) {
                case 'P' -> zip(new ZipInputStream(buffered), days);
                case '<' -> EcbXml.read(buffered, days);
                default -> EcbCsv.read(buffered, days);
            };
        } catch (ZipException e) {
            return new Reading.Refused(Fault.NOT_TEXT, null, null, "not a ZIP file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading zip(ZipInputStream zip, EcbDays days) throws IOException {
        if (zip.getNextEntry() == null) {
            return new Reading.Refused(Fault.EMPTY, null, null, "nothing is in the ZIP file");
        }
        byte[] table = zip.readNBytes(UNZIPPED_MAX + 1);
        return table.length > UNZIPPED_MAX
                ? new Reading.Refused(Fault.TOO_LARGE, null, null, "unzipped, more than " + UNZIPPED_MAX + " bytes")
                : EcbCsv.read(new ByteArrayInputStream(table), days);
    }

    /** The byte that tells the forms apart; 0 if there is none. "PK" is a ZIP, and no table begins with P. */
    private static int first(BufferedInputStream content) throws IOException {
        content.mark(SNIFFED);
        int first = content.read();
        if (first == 0xEF) {
            content.skipNBytes(2);
            int behindMark = content.read();
            first = behindMark == '<' ? behindMark : first;
        }
        content.reset();
        return Math.max(first, 0);
    }
}
