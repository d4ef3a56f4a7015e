package io.baytap.tariffs.importer;

import io.baytap.tariffs.published.Figures;
import io.baytap.tariffs.published.Route;
import java.nio.file.Path;
import java.util.List;

/** What became of reading the published files: all the figures, or every reason why not. */
public sealed interface Import {

    record Taken(Figures figures) implements Import {}

    record Refused(List<Refusal> refusals) implements Import {}

    /**
     * Reads every published file.
     *
     * @param directory holds the files in folders by publisher: mtr, hong-kong, shenzhen, fx
     * @param standing the routes of the import before, whose ids stand
     */
    static Import read(Path directory, List<Route> standing) {
        var files = new PublishedFiles(directory);
        Figures figures = files.read(standing);
        List<Refusal> refusals = files.refusals();
        return refusals.isEmpty() ? new Taken(figures) : new Refused(refusals);
    }
}
