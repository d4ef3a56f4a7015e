package io.baytap.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsLeftIT {

    private static final String CLASSPATH = System.getProperty("java.class.path");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "killed {0} ms after its start")
    @ValueSource(longs = {100, 300, 600, 1_000, 1_800, 3_500})
    void aLauncherKilledWhileItStartsLeavesNothing(long millis) throws Exception {
        Launcher launcher = new Launcher(temporary, List.of(), CLASSPATH, List.of());
        launcher.runFor(Duration.ofMillis(millis));

        launcher.kill();

        launcher.awaitNothingLeft();
    }

    @ParameterizedTest(name = "interrupted {0} ms after its start")
    @ValueSource(longs = {400, 1_500})
    void aLauncherInterruptedWhileItStartsLeavesNothing(long millis) throws Exception {
        Launcher launcher = new Launcher(temporary, List.of(), CLASSPATH, List.of());
        launcher.runFor(Duration.ofMillis(millis));

        launcher.interrupt();

        launcher.awaitNothingLeft();
    }

    @Test
    void aLauncherKilledWhenAllIsUpLeavesNothing() throws Exception {
        Launcher launcher = new Launcher(temporary, List.of(), CLASSPATH, List.of());
        launcher.awaitReady();
        assertThat(launcher.remains()).hasSizeGreaterThan(4);

        launcher.kill();

        launcher.awaitNothingLeft();
    }

    @Test
    void aLauncherInterruptedWhenAllIsUpLeavesNothing() throws Exception {
        Launcher launcher = new Launcher(temporary, List.of(), CLASSPATH, List.of());
        launcher.awaitReady();

        launcher.interrupt();

        launcher.awaitNothingLeft();
    }

    @Test
    void aLauncherThatClosesTheStackLeavesNothingWhenItEnds() throws Exception {
        Launcher launcher = new Launcher(temporary, List.of(), CLASSPATH, List.of());
        launcher.awaitReady();

        launcher.closeInput();

        assertThat(launcher.remains()).isEmpty();
    }

    @Test
    void anOrdinaryUserCanStartItToo() throws Exception {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "as an ordinary user every other test shows it");
        Path home = Files.createDirectory(temporary.resolve("home"));
        Path repository = copyOfParts(temporary.resolve("repository"));
        String classpath = copyOfClasspath(temporary.resolve("classes"));
        run("chmod", "-R", "go+rX", temporary.toString());
        run("chown", "65534:65534", home.toString());

        Launcher launcher = new Launcher(
                home, AS_NOBODY, classpath, List.of("-Dmaven.repo.local=" + repository, "-Duser.home=" + home));
        launcher.awaitReady();
        launcher.kill();

        launcher.awaitNothingLeft();
    }

    private static Path copyOfParts(Path to) throws IOException, InterruptedException {
        LocalRepository from = LocalRepository.find();
        Stream<Path> parts = Stream.concat(
                Stream.of(from.registry(), from.postgres()),
                Stream.of(from.brokerClasspath().split(":", -1)).map(Path::of));
        for (Path part : parts.toList()) {
            Path target = to.resolve(from.root().relativize(part));
            Files.createDirectories(target.getParent());
            run("cp", part.toString(), target.toString());
        }
        return to;
    }

    private static String copyOfClasspath(Path to) throws IOException, InterruptedException {
        List<Path> entries = new ArrayList<>();
        for (String entry : CLASSPATH.split(File.pathSeparator, -1)) {
            if (entry.isEmpty() || !Files.exists(Path.of(entry))) {
                continue;
            }
            Path target = to.resolve(Integer.toString(entries.size()))
                    .resolve(Path.of(entry).getFileName());
            Files.createDirectories(target.getParent());
            run("cp", "-r", entry, target.toString());
            entries.add(target);
        }
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(String... line) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
    }
}
