package io.baytap.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Properties;

/** The Java run-time in the image: the modules that the services use, linked from the JDK that runs this program. */
final class JavaRuntime {

    private static final List<String> MODULES = List.of(
            "java.compiler",
            // For java.beans alone.
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml.crypto",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported",
            "jdk.zipfs");

    /** Needs a screen or a loudspeaker, and libraries that are not there. */
    private static final String NOT_HEADLESS =
            "**/libawt_xawt.so,**/libjawt.so,**/libjsound.so,**/libsplashscreen.so,**/psfont*.properties*,**/jexec";

    private JavaRuntime() {}

    /** Links it into {@code opt/java}. */
    static void link(Path root) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path java = root.resolve("opt/java");
        Files.createDirectories(root.resolve("opt"));
        Programs.run(
                root,
                List.of(
                        jdk.resolve("bin/jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=en,zh",
                        "--exclude-files=" + NOT_HEADLESS,
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        java.toString()));
        for (Path program : Trees.files(java.resolve("bin"))) {
            if (!program.endsWith("java")) {
                Files.delete(program);
            }
        }
        for (Path file : Trees.files(java)) {
            Files.setLastModifiedTime(file, FileTime.from(Trees.TIME));
        }
    }

    /** Such as {@code 25.0.3+9-LTS}. */
    static String version() {
        return Runtime.version().toString();
    }

    /** Who built it, such as {@code Eclipse Adoptium}. */
    static String vendor(Path root) throws IOException {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(root.resolve("opt/java/release"))) {
            release.load(in);
        }
        return release.getProperty("IMPLEMENTOR", System.getProperty("java.vendor"))
                .replace("\"", "");
    }
}
