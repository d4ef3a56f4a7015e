package io.baytap.local;

import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What a person sees: lines, and progress bars where there is a terminal. */
final class Screen {

    private static final int STEPS = 10;

    private final PrintStream out;
    private final boolean terminal;

    private Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway is right that it may be
    static Screen standard() {
        Console console = System.console();
        return new Screen(System.out, console != null && console.isTerminal());
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A bar from 0 to that many. */
    Bar bar(String title, String unit, long max) {
        return terminal ? new Drawn(title, unit, max) : new Plain(title, unit, max);
    }

    /** Something that goes on. */
    interface Bar extends AutoCloseable {

        /** Safe for several threads; going back is ignored. */
        void to(long done, String note);

        @Override
        void close();
    }

    private static final class Drawn implements Bar {

        private final ProgressBar bar;

        Drawn(String title, String unit, long max) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(max)
                    .setUnit(" " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .build();
        }

        @Override
        public synchronized void to(long done, String note) {
            if (done > bar.getCurrent()) {
                bar.stepTo(done);
                bar.setExtraMessage(" " + note);
            }
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private final class Plain implements Bar {

        private final String title;
        private final String unit;
        private final long max;
        private long step;

        Plain(String title, String unit, long max) {
            this.title = title;
            this.unit = unit;
            this.max = max;
        }

        @Override
        public synchronized void to(long done, String note) {
            long reached = max == 0 ? STEPS : done * STEPS / max;
            if (reached > step) {
                step = reached;
                say("  %s %,d of %,d %s %s".formatted(title, done, max, unit, note));
            }
        }

        @Override
        public void close() {}
    }
}
