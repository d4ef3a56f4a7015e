package io.baytap.tariffs.importer;

/** What a row says, and which row that is. */
record Numbered<T>(long row, T value) {}
