package io.baytap.tariffs.published;

import java.util.List;

/**
 * Where the rows of a table come from.
 *
 * @param file the published file, as the importer found it
 * @param terms on what terms the figures may be used
 * @param sha256 of the file as it was read
 */
public record Source(String table, String file, String publisher, String asOf, String terms, String sha256) {

    static final Table<Source> TABLE = new Table<>(
            "sources.csv",
            List.of("table", "source", "publisher", "as_of", "terms", "sha256"),
            r -> List.of(r.table, r.file, r.publisher, r.asOf, r.terms, r.sha256),
            f -> new Source(
                    f.text("table"),
                    f.text("source"),
                    f.text("publisher"),
                    f.text("as_of"),
                    f.text("terms"),
                    f.text("sha256")));
}
