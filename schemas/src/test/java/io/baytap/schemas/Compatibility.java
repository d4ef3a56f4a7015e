package io.baytap.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** Whether two versions of a schema can read each other's records. */
final class Compatibility {

    private Compatibility() {}

    /** What is wrong between a released schema and the present one; empty if each reads the other. */
    static List<String> faults(Schema released, Schema present) {
        List<String> faults = new ArrayList<>();
        if (!released.getFullName().equals(present.getFullName())) {
            faults.add("it was called " + released.getFullName() + " and is now " + present.getFullName());
        }
        check("what was released cannot be read any more", present, released, faults);
        check("consumers of the release cannot read what is written now", released, present, faults);
        return faults;
    }

    private static void check(String what, Schema reader, Schema writer, List<String> faults) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            pair.getResult()
                    .getIncompatibilities()
                    .forEach(fault -> faults.add(
                            what + ": " + fault.getType() + " at " + fault.getLocation() + ": " + fault.getMessage()));
        }
    }
}
