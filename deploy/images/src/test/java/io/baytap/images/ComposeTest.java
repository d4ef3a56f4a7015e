package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what compose.yaml tells a service is enough for it is what ImagesIT shows. */
class ComposeTest {

    private static final Path CLONE = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern HOST = Pattern.compile("(?:^|//)([a-z-]+):\\d+");
    private static final Pattern QUOTED = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");

    static List<String> services() {
        return Images.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyVariableIsASettingThatTheServicesReadmeNames(String service) throws IOException {
        Set<String> documented = documented(service);

        assertThat(LineSettings.read(CLONE).environment(service).keySet())
                .isNotEmpty()
                .allMatch(variable -> variable.equals("JAVA_TOOL_OPTIONS")
                        || documented.contains(variable)
                        || documented.stream()
                                .anyMatch(name -> name.endsWith("*")
                                        && variable.startsWith(name.substring(0, name.length() - 1))));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyImageIsOursAndRunsAsInACluster(String service) throws IOException {
        assertThat(LineSettings.read(CLONE).service(service))
                .containsEntry("image", "baytap/" + service + ":" + version())
                .containsEntry("read_only", true)
                .containsEntry("tmpfs", List.of("/tmp"))
                .containsEntry("cap_drop", List.of("ALL"));
    }

    @Test
    void everyAddressIsAServiceOfTheFile() throws IOException {
        LineSettings compose = LineSettings.read(CLONE);
        Set<String> hosts = new HashSet<>();
        for (String service : Images.SERVICES) {
            for (String value : compose.environment(service).values()) {
                HOST.matcher(value).results().forEach(match -> hosts.add(match.group(1)));
            }
        }

        assertThat(hosts).contains("kafka", "registry", "postgres").isSubsetOf(compose.names());
    }

    @Test
    void whatTheLineStandsOnIsOfTheVersionsThatTestsUse() throws IOException {
        LineSettings compose = LineSettings.read(CLONE);

        assertThat(compose.image("kafka")).isEqualTo("apache/kafka:" + pinned("kafka.broker.version"));
        assertThat(compose.image("registry")).isEqualTo("apicurio/apicurio-registry:" + pinned("registry.version"));
        // Its Maven artifact appends a number of its own.
        assertThat(pinned("postgres.version"))
                .startsWith(compose.image("postgres").replace("postgres:", "") + ".");
    }

    /** Settings in the form of variables. {@code .b} after {@code x.a} stands for {@code x.b}. */
    private static Set<String> documented(String service) throws IOException {
        Set<String> names = new HashSet<>();
        String parent = "";
        Matcher quoted = QUOTED.matcher(Files.readString(CLONE.resolve("services/" + service + "/README.md")));
        while (quoted.find()) {
            String name = quoted.group(1).replaceFirst("=.*", "");
            String whole = name.startsWith(".") ? parent + name : name;
            parent = whole.contains(".") ? whole.substring(0, whole.lastIndexOf('.')) : parent;
            names.add(whole.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return names;
    }

    private static String version() throws IOException {
        return inPoms("<artifactId>baytap</artifactId>\\s*<version>([^<]+)");
    }

    private static String pinned(String property) throws IOException {
        return inPoms("<" + Pattern.quote(property) + ">([^<]+)");
    }

    private static String inPoms(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern)
                .matcher(Files.readString(CLONE.resolve("pom.xml"))
                        + Files.readString(CLONE.resolve("deploy/stack/pom.xml")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
