package io.baytap.stack;

import java.io.IOException;
import java.util.Set;

/** Starts the whole stack, says so and holds it until its standard input closes: a launcher for tests to interrupt and kill. */
final class LauncherMain {

    static final String READY = "the stack is ready";

    private LauncherMain() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.values()))) {
            stack.createDatabase("wallet");
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // What is typed does not matter.
            }
        }
    }
}
