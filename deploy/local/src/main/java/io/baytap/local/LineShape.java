package io.baytap.local;

import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a line is put together of.
 *
 * @param services the clone that the services were built in
 * @param replicas of each service
 * @param more in the environment of all services, beside what a line on one machine needs
 * @param stacks starts the stack, with the parts asked for
 */
record LineShape(Layout services, int replicas, Map<String, String> more, Function<Set<Part>, EmbeddedStack> stacks) {

    /** One replica of each service, of this clone. */
    static LineShape of(Layout layout) {
        return new LineShape(layout, 1, Map.of(), EmbeddedStack::start);
    }

    LineShape of(Layout built, int each) {
        return new LineShape(built, each, more, stacks);
    }

    LineShape on(Function<Set<Part>, EmbeddedStack> otherStacks) {
        return new LineShape(services, replicas, more, otherStacks);
    }

    LineShape with(Map<String, String> settings) {
        return new LineShape(services, replicas, settings, stacks);
    }
}
