package io.baytap.sandbox.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baytap.sandbox.statements.Deal;
import io.baytap.sandbox.statements.DealBook;
import io.baytap.sandbox.statements.Page;
import io.baytap.sandbox.statements.Query;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /bank/v1}: the bank over HTTP. */
public final class BankDesk {

    private static final Pattern DAY_OF_ACCOUNT =
            Pattern.compile("/bank/v1/accounts/([^/]+)/(statements|notifications)/([^/]+)");
    private static final String XML = "application/xml; charset=utf-8";

    private final Bank bank;
    private final Predicate<LocalDate> reached;
    private final Pain001Reader reader = new Pain001Reader();
    private final DealReader deals = new DealReader();

    /**
     * A desk of that bank.
     *
     * @param reached whether the providers' clock has come to a day, so that their payouts of that day are known
     */
    public BankDesk(Bank bank, Predicate<LocalDate> reached) {
        this.bank = bank;
        this.reached = reached;
    }

    /**
     * Answers a request.
     *
     * @param target path and query
     */
    public Page answer(String method, String path, String target, String body) {
        return switch (method + " " + path) {
            case "POST /bank/v1/payments" -> pay(body);
            case "POST /bank/v1/deals" -> agree(body);
            case "POST /bank/v1/end-of-day" ->
                close(Query.of(target).text("day").flatMap(BankDesk::day));
            case "POST /bank/v1/intraday" ->
                execute(Query.of(target).text("day").flatMap(BankDesk::day));
            case "GET /bank/v1/accounts" -> accounts();
            case String other when other.startsWith("GET ") -> ofDay(path);
            case String _ -> noSuchPath();
        };
    }

    private Page pay(String text) {
        return switch (reader.read(text)) {
            case Pain001Reader.Reading.Refused(var refusal) -> refused(refusal);
            case Pain001Reader.Reading.Read(var message) ->
                message.fault().map(BankDesk::refused).orElseGet(() -> take(message, text));
        };
    }

    private Page take(PaymentMessage message, String text) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("message_id", message.id())
                .put("transfers", message.transfers().size());
        return switch (bank.take(message, text)) {
            case ACCEPTED -> Page.json(202, view.put("status", "ACCEPTED"));
            case KNOWN -> Page.json(200, view.put("status", "KNOWN"));
            case MESSAGE_ID_USED ->
                Page.refused(409, "MESSAGE_ID_USED", message.id() + " stands for a message with other content");
        };
    }

    private Page agree(String text) {
        return switch (deals.read(text)) {
            case DealReader.Reading.Refused(Page page) -> page;
            case DealReader.Reading.Read(Deal deal) -> agree(deal);
        };
    }

    private Page agree(Deal deal) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("deal_id", deal.id())
                .put("value_date", deal.valueDate().toString());
        Optional<DealBook.Taken> taken = bank.agree(deal);
        if (taken.isEmpty()) {
            return Page.refused(409, "VALUE_DATE_PASSED", deal.valueDate() + " is closed");
        }
        return switch (taken.get()) {
            case ACCEPTED -> Page.json(202, view.put("status", "ACCEPTED"));
            case KNOWN -> Page.json(200, view.put("status", "KNOWN"));
            case DEAL_ID_USED -> Page.refused(409, "DEAL_ID_USED", deal.id() + " stands for a deal with other content");
        };
    }

    private Page close(Optional<LocalDate> asked) {
        return onDay(asked, bank::close);
    }

    private Page execute(Optional<LocalDate> asked) {
        return onDay(asked, bank::execute);
    }

    private Page onDay(Optional<LocalDate> asked, Function<LocalDate, Bank.Closing> step) {
        if (asked.isEmpty()) {
            return Page.badField("day", "must be a day, like 2026-04-10", "query");
        }
        LocalDate day = asked.get();
        if (!reached.test(day)) {
            return Page.refused(409, "DAY_NOT_REACHED", "by the providers' clock " + day + " has not begun");
        }
        return switch (step.apply(day)) {
            case CLOSED, CLOSED_BEFORE -> accounts();
            case DAY_PASSED -> Page.refused(409, "DAY_PASSED", day + " is before the first day that was closed");
        };
    }

    private Page accounts() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("bic", BankAccount.BIC);
        var list = body.putArray("accounts");
        for (BankAccount account : BankAccount.ALL) {
            list.addObject()
                    .put("account", account.id())
                    .put("currency", account.currency())
                    .put("balance_minor", bank.balance(account));
        }
        return Page.ok(body);
    }

    private Page ofDay(String path) {
        Matcher asked = DAY_OF_ACCOUNT.matcher(path);
        if (!asked.matches()) {
            return noSuchPath();
        }
        boolean statement = asked.group(2).equals("statements");
        Optional<AccountDay> day = BankAccount.find(asked.group(1))
                .flatMap(account -> day(asked.group(3))
                        .flatMap(of -> statement ? bank.find(account, of) : bank.notified(account, of)));
        Function<AccountDay, String> write = statement ? Camt053::of : Camt054::of;
        return day.filter(of -> statement || !of.entries().isEmpty())
                .map(of -> Page.ok(XML, write.apply(of)))
                .orElseGet(() -> Page.refused(404, "NOTHING_BOOKED", "no such account, day not closed, or no entries"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Page refused(PaymentMessage.Refusal refusal) {
        return Page.refused(400, refusal.code(), refusal.message());
    }

    private static Page noSuchPath() {
        return Page.refused(404, "NOT_FOUND", "no such path");
    }
}
