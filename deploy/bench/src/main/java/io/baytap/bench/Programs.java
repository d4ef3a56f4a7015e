package io.baytap.bench;

import io.baytap.stack.Child;
import io.baytap.stack.Command;
import io.baytap.stack.Warden;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Programs of this module that run in processes of their own. */
public final class Programs {

    private static final List<String> ALWAYS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.baytap.schemas",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private Programs() {}

    /**
     * Starts one.
     *
     * @param jvm options
     * @param log appended to
     */
    public static Child start(Warden warden, Class<?> program, Path log, List<String> jvm, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(Command.java()));
        line.addAll(jvm);
        line.addAll(ALWAYS);
        line.addAll(List.of("-cp", classpath(), program.getName()));
        line.addAll(arguments);
        return warden.start(Command.of(program.getSimpleName(), line, Map.of(), log));
    }

    /** This program's own; the others work in other directories. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
