package io.baytap.reporting.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Something to choose in a form.
 *
 * @param label its name; with the id behind it if others have the same name
 */
public record Choice(String id, String label) {

    /** Labels of their own for each. */
    static <T> List<Choice> of(List<T> things, Function<T, String> id, Function<T, String> name) {
        Map<String, Long> named = things.stream().collect(groupingBy(thing -> key(name.apply(thing)), counting()));
        return things.stream()
                .map(thing -> new Choice(
                        id.apply(thing),
                        named.getOrDefault(key(name.apply(thing)), 1L) > 1
                                ? name.apply(thing) + " (" + id.apply(thing) + ")"
                                : name.apply(thing)))
                .toList();
    }

    /** Those that somebody may mean who writes an id, a label, or how a label begins. An exact one excludes the others. */
    static List<Choice> meant(String text, List<Choice> choices) {
        List<Choice> exact = choices.stream()
                .filter(choice -> choice.id.equals(text) || key(choice.label).equals(key(text)))
                .toList();
        return exact.isEmpty()
                ? choices.stream()
                        .filter(choice -> key(choice.label).startsWith(key(text)))
                        .toList()
                : exact;
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
