package io.baytap.operations;

import org.apache.kafka.common.TopicPartition;

/**
 * Up to where a group has read a partition.
 *
 * @param offset of the next record that it reads
 */
record Position(String group, TopicPartition partition, long offset) {

    private static final int FIELDS = 4;

    /**
     * A line of a file of positions, as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Position parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || !fields[2].matches("\\d{1,9}") || !fields[3].matches("\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "'" + line + "' is not group, topic, partition and offset, divided by tabs");
        }
        return new Position(
                fields[0], new TopicPartition(fields[1], Integer.parseInt(fields[2])), Long.parseLong(fields[3]));
    }

    @Override
    public String toString() {
        return group + "\t" + partition.topic() + "\t" + partition.partition() + "\t" + offset;
    }
}
