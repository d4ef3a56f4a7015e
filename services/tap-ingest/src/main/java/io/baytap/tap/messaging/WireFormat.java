package io.baytap.tap.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro behind a zero byte and the four-byte content id of its schema, as the registry's own serializers write it. */
final class WireFormat {

    private static final byte MAGIC = 0;
    private static final int PREFIX_LENGTH = 5;
    private static final int TYPICAL_LENGTH = 256;

    private final RegistrySchemas schemas;

    WireFormat(RegistrySchemas schemas) {
        this.schemas = schemas;
    }

    /** What the bytes of a value turned out to be. */
    sealed interface Decoded<R> {
        record Read<R>(R event) implements Decoded<R> {}

        record Unreadable<R>(String reason) implements Decoded<R> {}
    }

    static <R extends SpecificRecord> byte[] encode(R event, int contentId, SpecificDatumWriter<R> writer) {
        var out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(contentId).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    /** @throws RegistryAwayException if the writer's schema is not known and cannot be asked for */
    <R extends SpecificRecord> Decoded<R> decode(byte @Nullable [] value, Class<R> type) {
        if (value == null || value.length < PREFIX_LENGTH || value[0] != MAGIC) {
            return new Decoded.Unreadable<>("does not begin with a schema id");
        }
        int contentId = ByteBuffer.wrap(value).getInt(1);
        Schema written = schemas.findById(contentId);
        if (written == null) {
            return new Decoded.Unreadable<>("the registry has no schema " + contentId);
        }
        var reader = new SpecificDatumReader<R>(written, SpecificData.get().getSchema(type));
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(value, PREFIX_LENGTH, value.length - PREFIX_LENGTH, null);
        try {
            return new Decoded.Read<>(type.cast(reader.read(null, decoder)));
        } catch (IOException | AvroRuntimeException | ClassCastException | IndexOutOfBoundsException e) {
            return new Decoded.Unreadable<>(
                    "does not follow schema " + contentId + ": " + e.getClass().getSimpleName());
        }
    }
}
