package io.baytap.sandbox.statements;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v3/global/statements}: a day's statement. */
final class StatementDesk {

    /** When the statement of the day before can be had. */
    private static final LocalTime READY = LocalTime.of(9, 0);

    private final Statements statements;
    private final Fees fees;
    private final Clock clock;

    StatementDesk(Statements statements, Fees fees, Clock clock) {
        this.statements = statements;
        this.fees = fees;
        this.clock = clock;
    }

    Page statement(ProviderBook book, Query query) {
        Optional<String> asked = query.text("sp_mchid");
        if (asked.isEmpty()) {
            return Page.badField("sp_mchid", "is required", "query");
        }
        if (!asked.get().equals(book.institution().spMchid())) {
            return Page.refused(403, "NO_AUTH", "sp_mchid is not the one that signed");
        }
        return query.text("date")
                .flatMap(Days::parse)
                .map(day -> statement(book, day, query.text("sub_mchid")))
                .orElseGet(() -> Page.badField("date", "must be a day, like 20260409", "query"));
    }

    private Page statement(ProviderBook book, LocalDate day, Optional<String> subMchid) {
        if (Days.of(clock.instant()).isBefore(day)) {
            return noStatement(day);
        }
        if (clock.instant().isBefore(Days.at(day.plusDays(1), READY))) {
            return Page.refused(
                    400, "STATEMENT_CREATING", "the statement of " + day + " is made by 09:00 of the next day");
        }
        List<StatementLine> lines = statements.of(book, day).stream()
                .filter(line -> subMchid.isEmpty()
                        || subMchid.get().equals(line.movement().payment().subMchid()))
                .toList();
        return lines.isEmpty() ? noStatement(day) : page(new StatementText(book.institution(), fees).of(lines));
    }

    private static Page noStatement(LocalDate day) {
        return Page.refused(400, "NO_STATEMENT_EXIST", "nothing was paid or refunded on " + day);
    }

    private static Page page(String text) {
        String sha1 = sha1(text);
        return new Page(
                200,
                text,
                Map.of(Page.CONTENT_TYPE, "text/plain; charset=utf-8", "Wechatpay-Statement-Sha1", sha1),
                JsonNodeFactory.instance.objectNode().put("sha1", sha1).toString());
    }

    /** SHA-1 is what the provider's protocol says; the signature over it is what proves the origin. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
