package io.baytap.reporting.page;

import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.domain.breaks.AgeClass;
import io.baytap.reporting.domain.breaks.BreakMatrix;
import io.baytap.reporting.domain.breaks.BreakQuestion;
import io.baytap.reporting.domain.breaks.BreakQuestion.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of breaks is narrowed to, and the links that narrow it further or widen it again. */
public record BreakFilter(Map<String, String> asked) {

    /** Links of which one is where one is. */
    public record Group(String title, List<Link> links) {}

    static BreakFilter of(BreakQuestion question) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("state", question.state().name());
        put(asked, "reason", question.reason());
        put(asked, "owner", question.owner());
        put(
                asked,
                "wallet",
                question.wallet() == null ? null : question.wallet().name());
        Arrays.stream(AgeClass.values())
                .filter(age -> age.min() == question.minAgeDays() && age.max() == question.maxAgeDays())
                .forEach(age -> asked.put("age", age.name()));
        return new BreakFilter(asked);
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    List<Group> groups(Shell shell, BreakMatrix matrix) {
        ReconciliationMessages text = shell.messages(ReconciliationMessages.class);
        ConsoleMessages console = shell.messages(ConsoleMessages.class);
        return List.of(
                new Group(
                        text.state(),
                        List.of(
                                link("state", State.OPEN.name(), text.open()),
                                link("state", State.RESOLVED.name(), text.resolved()))),
                group(text, "reason", console.reason(), reasons(matrix), Function.identity()),
                group(
                        text,
                        "owner",
                        text.owner(),
                        names(BreakWords.Owner.values()),
                        owner -> BreakWords.owner(text, owner)),
                group(
                        text,
                        "wallet",
                        text.wallet(),
                        names(WalletScheme.values()),
                        wallet -> console.wallet(WalletScheme.valueOf(wallet))),
                group(
                        text,
                        "age",
                        text.age(),
                        names(AgeClass.values()),
                        age -> text.days(AgeClass.valueOf(age).title())));
    }

    private List<String> reasons(BreakMatrix matrix) {
        return Stream.concat(
                        matrix.cells().keySet().stream().map(BreakMatrix.Line::reason),
                        Stream.ofNullable(asked.get("reason")))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private Group group(
            ReconciliationMessages text,
            String name,
            String title,
            List<String> values,
            Function<String, String> label) {
        List<Link> links = new ArrayList<>();
        Map<String, String> without = new LinkedHashMap<>(asked);
        without.remove(name);
        links.add(new Link(text.all(), href(without), !asked.containsKey(name)));
        values.forEach(value -> links.add(link(name, value, label.apply(value))));
        return new Group(title, links);
    }

    private Link link(String name, String value, String label) {
        Map<String, String> with = new LinkedHashMap<>(asked);
        with.put(name, value);
        return new Link(label, href(with), value.equals(asked.get(name)));
    }

    private static String href(Map<String, String> parameters) {
        return Link.href(Screen.RECONCILIATION.path(), parameters);
    }
}
