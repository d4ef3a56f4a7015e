package io.baytap.local;

import io.baytap.stack.EmbeddedStack;
import java.nio.file.Path;
import java.util.Map;

/** A running line and the days that go through it: what a program outside this package needs to run its own experiments. */
public final class DayLine implements AutoCloseable {

    private final Layout layout;
    private final Screen screen;
    private final Line line;

    private DayLine(Layout layout, Screen screen, Line line) {
        this.layout = layout;
        this.screen = screen;
        this.line = line;
    }

    /**
     * Starts the line of a clone that was built, as {@code make demo} does.
     *
     * @param root of the clone
     * @param logs an existing directory; a log per process is written to it
     * @throws IllegalStateException with the end of its log if a part does not start; nothing is left of the others
     */
    public static DayLine start(Path root, Path logs) {
        Layout layout = new Layout(root);
        Screen screen = Screen.standard();
        return new DayLine(layout, screen, Line.start(layout, logs, new StartTimes(screen)));
    }

    /** A day to be replayed. Several can go through one line, each with a later date than the one before. */
    public DayRun day(DaySettings day) {
        return new DayRun(line, layout, screen, day);
    }

    /** Its services, to be called or killed. */
    public Line line() {
        return line;
    }

    /** What the line runs on. */
    public EmbeddedStack stack() {
        return line.stack();
    }

    /** Process ids by name; {@code launcher} is this process. */
    public Map<String, Long> processes() {
        return line.processes();
    }

    @Override
    public void close() {
        line.close();
    }
}
