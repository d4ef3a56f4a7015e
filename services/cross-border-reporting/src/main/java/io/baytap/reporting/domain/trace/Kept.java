package io.baytap.reporting.domain.trace;

/** An event as it stood on its topic. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the bytes
public record Kept(String topic, byte[] frame) {}
