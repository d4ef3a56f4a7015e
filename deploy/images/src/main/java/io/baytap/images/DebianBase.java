package io.baytap.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The root file system below Java: libraries and data of a few Debian packages, unpacked without root. No script of a package is run and no
 * program is kept, so there is no shell and nothing that installs.
 */
final class DebianBase {

    private static final List<String> PACKAGES = List.of(
            "base-files", "ca-certificates", "gcc-12-base", "libc6", "libgcc-s1", "libstdc++6", "tzdata", "zlib1g");

    /** Libraries by the names that programs ask for, time zones, certificates, licences, and what says which Debian this is. */
    private static final Pattern KEPT = Pattern.compile("(usr/)?lib(64|/[^/]+-linux-gnu)/[^/]+\\.so(\\.\\d+)?"
            + "|usr/share/zoneinfo/(?!right/|posix/|localtime).+"
            + "|usr/share/ca-certificates/.+\\.crt"
            + "|usr/share/doc/[^/]+/copyright"
            + "|usr/lib/os-release|etc/debian_version");

    private static final String USER = "baytap:x:65532:65532:baytap:/tmp:/sbin/nologin\n";

    private DebianBase() {}

    /**
     * Fills the directory.
     *
     * @param archives where packages are kept, fetched if they are not there
     */
    static List<DebianPackage> unpack(Path archives, Path root) throws IOException {
        fetch(archives);
        List<DebianPackage> packages = new ArrayList<>();
        Path whole = root.resolveSibling("unpacked");
        Trees.remove(whole);
        Files.createDirectories(whole);
        for (Path archive : Trees.files(archives)) {
            Programs.run(archives, List.of("dpkg-deb", "-x", archive.toString(), whole.toString()));
            String control = Programs.run(archives, List.of("dpkg-deb", "-f", archive.toString()));
            DebianPackage debian = new DebianPackage(
                    field(control, "Package"), field(control, "Version"), field(control, "Architecture"));
            packages.add(debian);
            // Where scanners look when there is no dpkg.
            Trees.write(root.resolve("var/lib/dpkg/status.d/" + debian.name()), control);
        }
        for (Path file : Trees.files(whole)) {
            String name = whole.relativize(file).toString();
            if (KEPT.matcher(name).matches()) {
                Trees.copy(target(whole, file), root.resolve(name));
            }
        }
        Trees.remove(whole);
        addAccounts(root);
        return packages;
    }

    private static void fetch(Path archives) throws IOException {
        Files.createDirectories(archives);
        if (Trees.files(archives).size() == PACKAGES.size()) {
            return;
        }
        List<String> line = new ArrayList<>(List.of("apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download"));
        line.addAll(PACKAGES);
        try {
            Programs.run(archives, line);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("no packages from Debian; has root run apt-get update?", e);
        }
    }

    /** What a link of the unpacked tree leads to, if it leads from its root. */
    private static Path target(Path whole, Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file;
        }
        Path link = Files.readSymbolicLink(file);
        Path to = link.isAbsolute() ? whole.resolve("." + link) : file.resolveSibling(link);
        return target(whole, to.normalize());
    }

    private static void addAccounts(Path root) throws IOException {
        Trees.write(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/sbin/nologin\n" + USER);
        Trees.write(root.resolve("etc/group"), "root:x:0:\nbaytap:x:65532:\n");
        Trees.write(root.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
        Trees.copy(root.resolve("usr/lib/os-release"), root.resolve("etc/os-release"));
    }

    private static String field(String control, String name) {
        return control.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a package without " + name));
    }
}
