package io.baytap.bench.reporting;

import io.baytap.bench.ServiceProcess;
import io.baytap.bench.reporting.ReportingResult.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is asked over a year of fares, and how long the answers take. An answer that is not 200 is a fault. */
final class Questions implements AutoCloseable {

    private static final int OK = 200;
    private static final int RIDES = 20;

    /** Of the records: days enough for a million rows, at three crossings in five fares. */
    private static final long ROWS = 1_000_000;

    private static final List<String> REPORTS = List.of(
            "statement",
            "operators",
            "providers",
            "exchange",
            "incomplete-journeys",
            "refunds",
            "subsidies",
            "restatements");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceProcess service;

    Questions(ServiceProcess service) {
        this.service = service;
    }

    List<Answer> ask(ReportingSettings settings) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        answers.add(ask("the first page after the start, money of the newest day", "< 1 s", List.of("/money")));
        answers.add(ask("the line of the newest day", "< 1 s", List.of("/line")));
        List<String> rides = IntStream.range(0, RIDES)
                .mapToObj(number -> "/trace/" + encoded(LineOfFares.journey(number)))
                .toList();
        answers.add(ask("a ride, by its journey", "< 0.3 s", rides));
        answers.add(ask("what names a gate", "< 0.3 s", List.of("/trace?id=gate-5-in", "/trace?id=gate-6-in")));
        for (String report : REPORTS) {
            List<String> months = IntStream.range(0, 12)
                    .mapToObj(month -> YearMonth.from(YearOfFares.FIRST).plusMonths(month))
                    .map(month -> file(report, month.atDay(1), month.atEndOfMonth()))
                    .toList();
            answers.add(ask("`" + report + "` of a month", "< 2 s", months));
        }
        answers.add(ask(
                "`statement` of the year, by month",
                "",
                List.of(file("statement", YearOfFares.FIRST, YearOfFares.LAST) + "&by=MONTH")));
        long days = Math.min(365, Math.ceilDiv(ROWS * 5, 3 * Math.max(1, settings.yearFares() / 365)));
        answers.add(ask(
                "`cross-border-records` of " + days + " days, CSV",
                "≥ 50 MB/s in < 300 MB",
                List.of(file("cross-border-records", YearOfFares.FIRST, YearOfFares.FIRST.plusDays(days - 1)))));
        return answers;
    }

    private static String file(String report, LocalDate from, LocalDate to) {
        return "/v1/reports/" + report + ".csv?from=" + from + "&to=" + to;
    }

    private Answer ask(String question, String goal, List<String> paths) throws IOException, InterruptedException {
        double first = seconds(paths.getFirst());
        double slowest = 0;
        long bytes = 0;
        for (int time = 0; time < 2; time++) {
            for (String path : paths) {
                long begun = System.nanoTime();
                bytes = Math.max(bytes, read(path));
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9);
            }
        }
        return new Answer(question, goal, first, slowest, bytes, peakMebibytes());
    }

    private double seconds(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        read(path);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** To its end; returns how many bytes it was. */
    private long read(String path) throws IOException, InterruptedException {
        var response =
                client.send(HttpRequest.newBuilder(service.uri().resolve(path)).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        try (InputStream body = response.body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.process().pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
