package io.baytap.sandbox.identity;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The page that asks people who they are. */
final class LoginForm {

    private LoginForm() {}

    static String html(Form asked) {
        String hidden = asked.fields().entrySet().stream()
                .map(field -> "<input type=hidden name=\"" + escaped(field.getKey()) + "\" value=\""
                        + escaped(field.getValue()) + "\">")
                .collect(Collectors.joining("\n"));
        String people = Arrays.stream(Person.values())
                .map(person -> "<p><button name=person value=" + person.id() + ">" + person.id() + ", "
                        + (person.role() == null ? "no role" : person.role())
                        + (person.operatorId() == null ? "" : " " + person.operatorId()) + "</button>")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang=en>
                <meta charset=utf-8>
                <meta name=viewport content="width=device-width, initial-scale=1">
                <title>Development login</title>
                <h1>Development login</h1>
                <p>For development only: these people are invented, and whoever can open this page can be any of them.
                <form method=post action=/choose>
                %s
                %s
                </form>
                </html>
                """.formatted(hidden, people);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
