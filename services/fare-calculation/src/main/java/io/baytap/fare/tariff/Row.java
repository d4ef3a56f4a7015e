package io.baytap.fare.tariff;

/**
 * An entity of the feed and where it stood.
 *
 * @param line the row in its file; the header is row 1
 */
record Row<T>(int line, T value) {}
