package io.baytap.local;

import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The file by which {@code down} finds what {@code up} left running. */
final class UpState {

    private final Path file;

    UpState(Path output) {
        this.file = output.resolve("state.properties");
    }

    /** Written when the line is up, whole or not at all. */
    void write(String page, boolean reconciled, EmbeddedStack stack) {
        Properties state = new Properties();
        state.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        state.setProperty("page", page);
        state.setProperty("reconciled", Boolean.toString(reconciled));
        state.setProperty("directory", stack.warden().directory().toString());
        state.setProperty("broker", stack.bootstrapServers());
        state.setProperty("registry", stack.registryUrl());
        Path part = file.resolveSibling("state.part");
        try {
            try (var out = Files.newBufferedWriter(part)) {
                state.store(out, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Properties> read() {
        Properties state = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            state.load(in);
            return Optional.of(state);
        } catch (NoSuchFileException nothingIsUp) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
