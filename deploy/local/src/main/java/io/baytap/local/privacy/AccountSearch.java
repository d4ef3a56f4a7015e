package io.baytap.local.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds any of thousands of accounts in bytes, in one pass: as it is written, in hex, percent-encoded, in UTF-16 and in base64, also in the
 * midst of a longer text that was encoded as a whole.
 *
 * <p>The last eight bytes that were read are looked up in a table of the last eight bytes of all patterns. Patterns end differently
 * where accounts do, so that hardly any other place is ever looked at twice.
 */
public final class AccountSearch {

    private static final int TAIL = Long.BYTES;

    /** Base64 writes three bytes as four digits, so a text has three spellings, by where in such a group it begins. */
    private static final int GROUP = 3;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** How an account may be written. */
    private static final class Pattern {

        final byte[] bytes;
        final long tail;
        final String form;

        Pattern(byte[] bytes, String form) {
            this.bytes = bytes;
            this.form = form;
            long last = 0;
            for (byte each : bytes) {
                last = shifted(last, each);
            }
            this.tail = last;
        }

        boolean endsAt(byte[] text, int end) {
            return end >= bytes.length && Arrays.equals(text, end - bytes.length, end, bytes, 0, bytes.length);
        }
    }

    private final Pattern[][] table;
    private final int shift;
    private final int overlap;

    private AccountSearch(List<Pattern> patterns) {
        int bits = Math.max(16, Integer.SIZE - Integer.numberOfLeadingZeros(patterns.size() * 8));
        this.shift = Long.SIZE - bits;
        this.table = new Pattern[1 << bits][];
        this.overlap = patterns.stream()
                        .mapToInt(pattern -> pattern.bytes.length)
                        .max()
                        .orElse(1)
                - 1;
        patterns.forEach(this::add);
    }

    /**
     * Of these accounts.
     *
     * @throws IllegalArgumentException if one is too short to be told from other text
     */
    public static AccountSearch of(Collection<String> accounts) {
        return new AccountSearch(accounts.stream()
                .distinct()
                .flatMap(account -> patterns(account).stream())
                .toList());
    }

    /** How it is written if one of the accounts is in these bytes, otherwise null. */
    public @Nullable String find(byte[] bytes) {
        return find(bytes, bytes.length);
    }

    /** The same of the first so many. */
    @Nullable
    String find(byte[] bytes, int length) {
        long tail = 0;
        for (int i = 0; i < length; i++) {
            tail = shifted(tail, bytes[i]);
            Pattern[] here = table[index(tail)];
            String form = here == null ? null : form(here, tail, bytes, i + 1);
            if (form != null) {
                return form;
            }
        }
        return null;
    }

    private static @Nullable String form(Pattern[] patterns, long tail, byte[] bytes, int end) {
        for (Pattern pattern : patterns) {
            if (pattern.tail == tail && pattern.endsAt(bytes, end)) {
                return pattern.form;
            }
        }
        return null;
    }

    /** So many bytes of one piece have to be read again before the next, for an account may lie across. */
    int overlap() {
        return overlap;
    }

    /** The last eight bytes, one further. */
    private static long shifted(long tail, byte next) {
        return (tail << Byte.SIZE) | (next & 0xFF);
    }

    private int index(long tail) {
        return (int) ((tail * SPREAD) >>> shift);
    }

    private void add(Pattern pattern) {
        int index = index(pattern.tail);
        Pattern[] before = table[index];
        if (before == null) {
            table[index] = new Pattern[] {pattern};
            return;
        }
        Pattern[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = pattern;
        table[index] = more;
    }

    private static List<Pattern> patterns(String account) {
        byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String percent = HexFormat.of().withPrefix("%").formatHex(bytes);
        List<Pattern> patterns = new ArrayList<>(List.of(
                new Pattern(bytes, "as it is written"),
                // Without the last zero it is the same in both byte orders.
                new Pattern(
                        Arrays.copyOf(account.getBytes(StandardCharsets.UTF_16LE), 2 * bytes.length - 1), "in UTF-16"),
                ascii(hex, "in hex"),
                ascii(hex.toUpperCase(Locale.ROOT), "in hex"),
                ascii(percent, "percent-encoded"),
                ascii(percent.toUpperCase(Locale.ROOT), "percent-encoded")));
        for (int before = 0; before < GROUP; before++) {
            patterns.add(ascii(within(Base64.getEncoder(), bytes, before), "in base64"));
            patterns.add(ascii(within(Base64.getUrlEncoder(), bytes, before), "in base64url"));
        }
        if (patterns.stream().anyMatch(pattern -> pattern.bytes.length < TAIL)) {
            throw new IllegalArgumentException(
                    "an account of " + bytes.length + " bytes is too short to be searched for");
        }
        // A spelling that two encodings share is searched for once.
        return List.copyOf(patterns.stream()
                .collect(Collectors.toMap(
                        pattern -> new String(pattern.bytes, StandardCharsets.ISO_8859_1),
                        pattern -> pattern,
                        (first, _) -> first))
                .values());
    }

    /** The digits that depend on nothing but these bytes, whatever stands around them. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String digits = encoder.withoutPadding().encodeToString(shifted);
        int first = (before * Byte.SIZE + 5) / 6;
        int last = shifted.length * Byte.SIZE / 6;
        return digits.substring(first, last);
    }

    private static Pattern ascii(String text, String form) {
        return new Pattern(text.getBytes(StandardCharsets.US_ASCII), form);
    }
}
