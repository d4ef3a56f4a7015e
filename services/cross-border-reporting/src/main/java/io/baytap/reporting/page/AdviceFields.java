package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.WalletScheme;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of the form that asks for advice: those for which something can be chosen by now. */
final class AdviceFields {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(BusinessDay.ZONE);

    private AdviceFields() {}

    static List<FormField> of(Shell shell, AdviceMessages text, Inquiry inquiry) {
        List<FormField> fields = new ArrayList<>();
        for (AdviceField field : AdviceField.values()) {
            List<Choice> choices = inquiry.choices(field);
            if (field == AdviceField.AT) {
                fields.add(field(text, inquiry, field, FormField.Kind.TIME, List.of()));
            } else if (choices != null) {
                fields.add(field(text, inquiry, field, kind(field), named(shell, field, choices)));
            }
        }
        return fields;
    }

    private static FormField.Kind kind(AdviceField field) {
        return switch (field) {
            case OPERATOR, WALLET, DECK -> FormField.Kind.SELECT;
            case AT -> FormField.Kind.TIME;
            case ROUTE, FROM, TO -> FormField.Kind.LIST;
        };
    }

    private static List<Choice> named(Shell shell, AdviceField field, List<Choice> choices) {
        return field == AdviceField.WALLET
                ? choices.stream()
                        .map(choice -> new Choice(
                                choice.id(),
                                shell.messages(ConsoleMessages.class).wallet(WalletScheme.valueOf(choice.id()))))
                        .toList()
                : choices;
    }

    private static FormField field(
            AdviceMessages text, Inquiry inquiry, AdviceField field, FormField.Kind kind, List<Choice> choices) {
        Inquiry.@Nullable Problem problem = inquiry.problems().get(field);
        return new FormField(
                field.parameter(),
                text.field(field),
                kind,
                value(inquiry, field, kind, choices),
                choices,
                problem == null ? null : text.problem(problem));
    }

    /** What is chosen, by its name in a list to write in and by its id in one to select from; else what was given. */
    private static String value(Inquiry inquiry, AdviceField field, FormField.Kind kind, List<Choice> choices) {
        String given = Objects.requireNonNullElse(inquiry.given(field), "");
        if (kind == FormField.Kind.TIME) {
            return inquiry.problems().containsKey(field) ? given : TIME.format(inquiry.at());
        }
        String id = inquiry.find(field);
        return id == null || kind == FormField.Kind.SELECT
                ? Objects.requireNonNullElse(id, given)
                : choices.stream()
                        .filter(choice -> choice.id().equals(id))
                        .map(Choice::label)
                        .findFirst()
                        .orElse(given);
    }
}
