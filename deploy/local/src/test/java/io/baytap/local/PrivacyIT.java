package io.baytap.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.baytap.local.privacy.AccountSearch;
import io.baytap.local.privacy.FileSearch;
import io.baytap.local.privacy.Findings;
import io.baytap.local.privacy.Sought;
import io.baytap.local.privacy.TableSearch;
import io.baytap.local.privacy.TopicSearch;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account is planted in each kind of place, and has to be found there and nowhere else. */
class PrivacyIT {

    private static final String ACCOUNT = "fuw.7.h0000017";
    private static final byte[] PLAIN = ACCOUNT.getBytes(UTF_8);
    private static final byte[] CODE =
            Base64.getUrlEncoder().encode(("{\"iss\":\"a\",\"sub\":\"" + ACCOUNT + "\",\"iat\":1}").getBytes(UTF_8));
    private static final byte[] NOTHING = "WEIXIN_PAY:f1fa8fa75886f366612fc711edfb9dfa".getBytes(UTF_8);

    private static EmbeddedStack stack;

    private final Findings findings = new Findings(List.of(
            new Sought("an account", AccountSearch.of(List.of(ACCOUNT)), place -> place.startsWith("topic home."))));

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.POSTGRES));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void inATopicsKeyValueAndHeader() throws Exception {
        produce("clean.v1", NOTHING, NOTHING, NOTHING, true);
        produce("keyed.v1", PLAIN, null, NOTHING, true);
        produce("valued.v1", NOTHING, CODE, NOTHING, true);
        produce("headed.v1", NOTHING, NOTHING, PLAIN, true);
        produce("home.v1", PLAIN, PLAIN, PLAIN, true);
        produce("aborted.v1", NOTHING, PLAIN, NOTHING, false);

        Set<String> topics = new TopicSearch(stack.bootstrapServers(), findings).run();

        assertThat(topics).contains("clean.v1", "__transaction_state");
        assertThat(findings.found())
                .containsExactly(
                        "an account stands in topic aborted.v1, a record's value, as it is written",
                        "an account stands in topic headed.v1, a record's header, as it is written",
                        "an account stands in topic keyed.v1, a record's key, as it is written",
                        "an account stands in topic valued.v1, a record's value, in base64");
    }

    @Test
    void inAnyColumnOfAnyTableOfAnyDatabase() throws SQLException {
        stack.createDatabase("first");
        stack.createDatabase("second");
        execute("first", "create table clean (a text, b bytea, c numeric)");
        execute("first", "insert into clean values ('WEIXIN_PAY:f1fa', '\\x00ff', 17)");
        execute("first", "create table texts (id int, names text[]); insert into texts values (1, '{x,ACCOUNT}')");
        execute("first", "create table bytes (b bytea); insert into bytes values (convert_to('ACCOUNT', 'UTF8'))");
        execute("second", "create schema inner_room; create table inner_room.\"Odd name\" (j jsonb)");
        execute("second", "insert into inner_room.\"Odd name\" values ('{\"a\":[{\"b\":\"ACCOUNT\"}]}')");
        execute("second", "create table days (d int, t text) partition by list (d)");
        execute(
                "second",
                "create table day_1 partition of days for values in (1); insert into days values (1, 'ACCOUNT')");

        List<String> tables = new TableSearch(stack::jdbcUrl, stack.username(), stack.password(), findings).run();

        assertThat(tables).contains("first public.clean", "second public.day_1");
        assertThat(findings.found())
                .containsExactly(
                        "an account stands in table inner_room.\"Odd name\" of database second, as it is written",
                        "an account stands in table public.bytes of database first, as it is written",
                        "an account stands in table public.day_1 of database second, as it is written",
                        "an account stands in table public.texts of database first, as it is written");
    }

    @Test
    void inAFileAndALog(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("kafka/data"));
        Files.write(folder.resolve("clean.json"), NOTHING);
        Files.write(folder.resolve("logs/service.log"), ("WARN refused " + ACCOUNT).getBytes(UTF_8));
        Files.write(folder.resolve("payments.xml"), CODE);
        Files.write(folder.resolve("kafka/data/segment"), PLAIN);
        var files = new FileSearch(findings);

        files.run(folder, Set.of(Path.of("kafka", "data")));

        assertThat(files.files()).isEqualTo(3);
        assertThat(findings.found())
                .containsExactly(
                        "an account stands in file logs/service.log, as it is written",
                        "an account stands in file payments.xml, in base64");
    }

    @Test
    void inAReportOfAnyFormat() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            answer(server, "/v1/reports", """
                    [{"report":"statement","formats":["csv","xlsx"]},{"report":"refunds","formats":["json"]}]""".getBytes(UTF_8));
            answer(server, "/v1/reports/statement.csv", NOTHING);
            answer(server, "/v1/reports/statement.xlsx", workbook());
            answer(server, "/v1/reports/refunds.json", PLAIN);
            server.start();
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            LocalDate day = LocalDate.of(2026, 4, 9);

            int files = new ReportSearch(new Http(), uri, () -> "token", findings).run(day, day);

            assertThat(files).isEqualTo(3);
            assertThat(findings.found())
                    .containsExactly(
                            "an account stands in report refunds.json, as it is written",
                            "an account stands in report statement.xlsx, as it is written");
        } finally {
            server.stop(0);
        }
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<c><v>" + ACCOUNT.repeat(50) + "</v></c>").getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void answer(HttpServer server, String path, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static void produce(String topic, byte[] key, byte @Nullable [] value, byte[] header, boolean commit)
            throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", topic);
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(
                    new ProducerRecord<>(topic, null, key, value, List.of(new RecordHeader("header", header))));
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(database), stack.username(), stack.password());
                var statement = connection.createStatement()) {
            statement.execute(sql.replace("ACCOUNT", ACCOUNT));
        }
    }
}
