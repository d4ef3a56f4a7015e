package io.baytap.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine. */
final class Programs {

    private Programs() {}

    /**
     * Runs one to its end.
     *
     * @return what it wrote, errors among it
     * @throws IllegalStateException with what it wrote if its status is not 0
     * @throws UncheckedIOException if there is no such program
     */
    static String run(Path directory, List<String> line) {
        try {
            Process process = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(line.getFirst() + " ended with status " + status + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + line.getFirst() + " ran", e);
        }
    }
}
