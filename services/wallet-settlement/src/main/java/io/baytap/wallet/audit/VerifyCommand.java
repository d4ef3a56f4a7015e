package io.baytap.wallet.audit;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** {@code java -jar quarkus-run.jar verify}: proves the ledger without starting the service. */
public final class VerifyCommand {

    /** Nothing wrong. */
    public static final int SOUND = 0;

    /** Something is, and was named. */
    public static final int UNSOUND = 1;

    /** The ledger could not be read: nothing is proved. */
    public static final int NOT_READ = 2;

    private VerifyCommand() {}

    /**
     * Finds the database as the service does, by {@code quarkus.datasource.*}. Prints a line per finding: kind, row and
     * detail, divided by tabs; then the last seal of each book, and what was looked at.
     *
     * @param anchors a file with {@code SEAL} lines that an earlier run printed, to be found again; null for none
     * @return the process's exit code
     */
    public static int run(Config settings, @Nullable Path anchors, PrintStream out) {
        Optional<String> url = settings.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        if (url.isEmpty()) {
            out.println("verify needs quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL)");
            return NOT_READ;
        }
        try (var connection = DriverManager.getConnection(
                url.get(),
                settings.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(null),
                settings.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(null))) {
            Verification.Result result = Verification.of(connection, kept(anchors), out::println);
            result.anchors().forEach((place, hash) -> out.println("SEAL\t" + place + "\t" + hash));
            out.printf(
                    "%s: %d journals, %d postings, %d findings%n",
                    result.isSound() ? "sound" : "NOT SOUND", result.journals(), result.postings(), result.findings());
            return result.isSound() ? SOUND : UNSOUND;
        } catch (SQLException e) {
            out.println("the ledger could not be read: " + e.getMessage());
        } catch (IOException e) {
            out.println("the anchors could not be read: " + e);
        }
        return NOT_READ;
    }

    private static Map<String, String> kept(@Nullable Path anchors) throws IOException {
        if (anchors == null) {
            return Map.of();
        }
        return Files.readAllLines(anchors).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 3 && fields[0].equals("SEAL"))
                .collect(toMap(fields -> fields[1], fields -> fields[2]));
    }
}
