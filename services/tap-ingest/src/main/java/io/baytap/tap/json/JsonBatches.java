package io.baytap.tap.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.baytap.tap.domain.BatchFormat;
import io.baytap.tap.domain.BatchReader;
import io.baytap.tap.domain.BatchReading;
import io.baytap.tap.domain.Fingerprint;
import io.baytap.tap.domain.Refusal;
import io.baytap.tap.domain.TapDraft;
import io.baytap.tap.domain.TapReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads taps from a body, one pass, no tree. A bad element is a value in the list; only a body that is no batch is refused. */
public final class JsonBatches implements BatchReader {

    private static final int NESTING_MAX = 16;
    private static final String NO_JSON = "the line is no JSON";

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
            .build();

    private final int tapsMax;

    /** Reads batches of up to that many taps. */
    public JsonBatches(int tapsMax) {
        this.tapsMax = tapsMax;
    }

    @Override
    public BatchReading read(BatchFormat format, byte[] body, String gateId) {
        return switch (format) {
            case ONE -> readOne(body);
            case ARRAY -> readArray(body);
            case LINES -> readLines(body);
            case AVRO -> new BatchReading.Refused(new Refusal.UnsupportedMediaType());
        };
    }

    /** A JSON array of taps. */
    BatchReading readArray(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return malformed("an array of taps expected");
            }
            var taps = new ArrayList<TapReading>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (taps.size() == tapsMax) {
                    return new BatchReading.Refused(new Refusal.BatchTooLarge(tapsMax));
                }
                taps.add(readElement(parser, body));
            }
            return parser.nextToken() == null
                    ? new BatchReading.Batch(taps)
                    : malformed("the array is followed by more");
        } catch (IOException e) {
            return malformed(e);
        }
    }

    /** One tap, a JSON object. */
    BatchReading readOne(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return malformed("a tap, an object, expected");
            }
            TapReading tap = readElement(parser, body);
            return parser.nextToken() == null
                    ? new BatchReading.Batch(List.of(tap))
                    : malformed("the tap is followed by more");
        } catch (IOException e) {
            return malformed(e);
        }
    }

    /** A tap per line; blank lines do not count. Each line stands alone, so one that is no JSON spoils no other. */
    BatchReading readLines(byte[] body) {
        var taps = new ArrayList<TapReading>();
        boolean anyJson = false;
        for (int start = 0; start < body.length; ) {
            int end = endOfLine(body, start);
            if (!blank(body, start, end)) {
                if (taps.size() == tapsMax) {
                    return new BatchReading.Refused(new Refusal.BatchTooLarge(tapsMax));
                }
                TapReading tap = readLine(Arrays.copyOfRange(body, start, end));
                anyJson |= !(tap instanceof TapReading.Malformed fault
                        && fault.detail().equals(NO_JSON));
                taps.add(tap);
            }
            start = end + 1;
        }
        return anyJson ? new BatchReading.Batch(taps) : malformed("no line is JSON");
    }

    private TapReading readLine(byte[] line) {
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            TapReading tap = readElement(parser, line);
            return parser.nextToken() == null ? tap : noTap("one object per line expected", line, 0, line.length);
        } catch (IOException e) {
            return noTap(NO_JSON, line, 0, line.length);
        }
    }

    /** The parser stands on the element's first token, and stands on its last one afterwards. */
    private static TapReading readElement(JsonParser parser, byte[] body) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return noTap("an object expected", body, start, end(parser));
        }
        var draft = new TapDraft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            TapFields.take(field, parser, draft);
        }
        int end = end(parser);
        return draft.finish(() -> Fingerprint.of(body, start, end - start));
    }

    private static int end(JsonParser parser) throws IOException {
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    private static TapReading noTap(String detail, byte[] body, int start, int end) {
        long fingerprint = Fingerprint.of(body, start, end - start);
        return new TapReading.Malformed(TapReading.NO_SEQUENCE, fingerprint, null, null, detail);
    }

    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean blank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static BatchReading malformed(String detail) {
        return new BatchReading.Refused(new Refusal.MalformedBody(detail));
    }

    /** Where, but not what: the body may hold rider codes. */
    private static BatchReading malformed(IOException e) {
        boolean located = e instanceof JsonProcessingException json && json.getLocation() != null;
        return malformed(
                located
                        ? "no JSON from byte "
                                + ((JsonProcessingException) e).getLocation().getByteOffset() + " on"
                        : "no JSON");
    }
}
