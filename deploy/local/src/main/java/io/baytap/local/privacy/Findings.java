package io.baytap.local.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** What was looked into, and where something stands that does not belong there. A place is named once, and never what was found. */
public final class Findings {

    private static final int PIECE = 1 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final List<Sought> sought;
    private final int overlap;
    private final SortedSet<String> found = new TreeSet<>();
    private long bytes;

    /** Of these searches. */
    public Findings(List<Sought> sought) {
        this.sought = List.copyOf(sought);
        this.overlap =
                sought.stream().mapToInt(each -> each.search().overlap()).max().orElse(0);
    }

    /** Looks into these, and into what is packed in them if they are a zip (as workbooks are) or a gzip. */
    public void look(String place, byte[] content) {
        bytes += content.length;
        search(place, content, content.length);
        try {
            if (startsWith(content, ZIP)) {
                unzip(place, content);
            } else if (startsWith(content, GZIP)) {
                look(place, new GZIPInputStream(new ByteArrayInputStream(content)));
            }
        } catch (IOException notPacked) {
            // It begins like a package and is none: it was looked into as it is.
            return;
        }
    }

    /** Looks into a stream of any length. */
    public void look(String place, InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        int kept = 0;
        int read;
        while ((read = in.readNBytes(piece, kept, PIECE - kept)) > 0) {
            bytes += read;
            int length = kept + read;
            search(place, piece, length);
            kept = Math.min(length, overlap);
            System.arraycopy(piece, length - kept, piece, 0, kept);
        }
    }

    /** A sentence per place. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** How much was looked into so far. */
    public long bytes() {
        return bytes;
    }

    private void search(String place, byte[] content, int length) {
        for (Sought each : sought) {
            if (!each.belongs().test(place)) {
                String form = each.search().find(content, length);
                if (form != null) {
                    found.add(each.what() + " stands in " + place + ", " + form);
                }
            }
        }
    }

    private void unzip(String place, byte[] content) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look(place, zip);
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
