package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.local.privacy.Findings;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Downloads every report of cross-border-reporting in every format that it has, and looks into it. */
final class ReportSearch {

    private final Http http;
    private final URI reporting;
    private final Supplier<String> token;
    private final Findings findings;

    /** @param token of one who may read everything; tokens end, so each download takes a new one */
    ReportSearch(Http http, URI reporting, Supplier<String> token, Findings findings) {
        this.http = http;
        this.reporting = reporting;
        this.token = token;
        this.findings = findings;
    }

    /** The reports over these days; returns how many files they are. */
    int run(LocalDate from, LocalDate to) {
        int files = 0;
        for (JsonNode report : http.getJson(reporting.resolve("/v1/reports"), token.get())) {
            for (JsonNode format : report.path("formats")) {
                String name = report.path("report").asText() + "." + format.asText();
                findings.look(
                        "report " + name,
                        http.getBytes(
                                reporting.resolve("/v1/reports/" + name + "?from=" + from + "&to=" + to), token.get()));
                files++;
            }
        }
        return files;
    }
}
