package io.baytap.bench.taps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Parses taps as they stream by, sends a record for each, and answers when Kafka has acknowledged all. */
final class BareIntake {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] VERDICTS = "{\"verdicts\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final int bytes;

    /** @param bytes of a record, key and value */
    BareIntake(Producer<byte[], byte[]> producer, String topic, int bytes) {
        this.producer = producer;
        this.topic = topic;
        this.bytes = bytes;
    }

    /** A tap, an array of taps or taps one after the other; fails if Kafka or the parser does. */
    Future<Buffer> take(byte[] body) {
        Promise<Buffer> answer = Promise.promise();
        Buffer verdicts = Buffer.buffer(body.length / 3).appendBytes(VERDICTS);
        // One more than the sends under way until all is parsed, so that the answer cannot come before.
        var pending = new AtomicInteger(1);
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    send(tap(parser, verdicts), pending, answer, verdicts);
                }
            }
            end(pending, answer, verdicts);
        } catch (IOException e) {
            answer.tryFail(e);
        }
        return answer.future();
    }

    /** Reads the members of an object and appends its verdict; returns the record's key. */
    private static byte[] tap(JsonParser parser, Buffer verdicts) throws IOException {
        long sequence = 0;
        int length = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("sequence")) {
                sequence = parser.getLongValue();
            } else {
                length += parser.getText().length();
            }
        }
        if (length == 0) {
            throw new IOException("a tap with nothing but a number");
        }
        if (verdicts.length() > VERDICTS.length) {
            verdicts.appendByte((byte) ',');
        }
        verdicts.appendString("{\"sequence\":" + sequence
                + ",\"verdict\":\"ACCEPTED\",\"reason\":null,\"field\":null,\"detail\":null}");
        return ("bench." + sequence).getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] key, AtomicInteger pending, Promise<Buffer> answer, Buffer verdicts) {
        byte[] value = Arrays.copyOf(key, Math.max(1, bytes - key.length));
        pending.incrementAndGet();
        var _ = producer.send(new ProducerRecord<>(topic, key, value), (_, failure) -> {
            if (failure != null) {
                answer.tryFail(failure);
            }
            end(pending, answer, verdicts);
        });
    }

    private static void end(AtomicInteger pending, Promise<Buffer> answer, Buffer verdicts) {
        if (pending.decrementAndGet() == 0) {
            answer.tryComplete(verdicts.appendBytes(END));
        }
    }
}
