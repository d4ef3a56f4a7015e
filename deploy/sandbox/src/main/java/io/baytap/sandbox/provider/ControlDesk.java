package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /sandbox/v1}: what a test tells the provider and asks of it. Not signed; the real provider has no such thing. */
final class ControlDesk {

    private final Providers providers;
    private final Callbacks callbacks;
    private final Clock clock;

    ControlDesk(Providers providers, Callbacks callbacks, Clock clock) {
        this.providers = providers;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    Answer behave(String contractId, JsonNode body) {
        Optional<Behaviour> behaviour = named(Behaviour.values(), body.path("behaviour"));
        if (behaviour.isEmpty()) {
            return Answer.badField("/behaviour", "must be one of " + List.of(Behaviour.values()));
        }
        behave(contractId, behaviour.get());
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("contract_id", contractId));
    }

    void behave(String contractId, Behaviour behaviour) {
        providers.all().forEach(provider -> provider.ledger().behave(contractId, behaviour));
    }

    /** From now on a new certificate signs the scheme's answers and callbacks. */
    Answer rotate(JsonNode body) {
        Optional<Scheme> scheme = named(Scheme.values(), body.path("scheme"));
        if (scheme.isEmpty()) {
            return Answer.badField("/scheme", "must be one of " + List.of(Scheme.values()));
        }
        SchemeKeys keys = providers.of(scheme.get()).hands().rotate().keys();
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("platform_serial", keys.platformSerial()));
    }

    /** Signs a contract per account. */
    Answer sign(JsonNode body) {
        Optional<Scheme> scheme = named(Scheme.values(), body.path("scheme"));
        if (scheme.isEmpty()) {
            return Answer.badField("/scheme", "must be one of " + List.of(Scheme.values()));
        }
        if (!body.path("accounts").isArray()) {
            return Answer.badField("/accounts", "must be an array of account aliases");
        }
        Instant now = clock.instant();
        SchemeLedger ledger = providers.of(scheme.get()).ledger();
        ArrayNode signed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode account : body.path("accounts")) {
            if (!account.isTextual() || account.asText().isBlank()) {
                return Answer.badField("/accounts", "must be an array of account aliases");
            }
            signed.add(view(ledger.sign(account.asText(), now)));
        }
        return contracts(signed);
    }

    Answer contracts() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        providers.all().stream()
                .flatMap(provider -> provider.ledger().contracts().stream())
                .sorted(Comparator.comparing(Contract::contractId))
                .forEach(contract -> all.add(view(contract)));
        return contracts(all);
    }

    private static Answer contracts(ArrayNode contracts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("contracts", contracts);
        return Answer.ok(body);
    }

    private static ObjectNode view(Contract contract) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("contract_id", contract.contractId())
                .put("scheme", contract.scheme().name())
                .put("account", contract.account())
                .put("currency", contract.scheme().currency())
                .put("signed_time", Times.rfc3339(contract.signedAt()));
    }

    /** What foreign cards pay for one of each currency, times 10^8: {@code {"HKD": 12800000}}. */
    Answer rates(JsonNode body) {
        CardRates rates = providers.of(Scheme.FOREIGN_CARD).ledger().rates();
        for (Map.Entry<String, JsonNode> rate : body.properties()) {
            if (!CardRates.QUOTED.contains(rate.getKey()) || rate.getValue().asLong() <= 0) {
                return Answer.badField("/" + rate.getKey(), "must be a positive rate of one of " + CardRates.QUOTED);
            }
            rates.set(rate.getKey(), rate.getValue().asLong());
        }
        return Answer.ok(JsonNodeFactory.instance.objectNode());
    }

    /** Per contract and currency, in the order of contract ids. Adds up the debits and refunds as they stand. */
    List<ContractBook> books() {
        return providers.all().stream()
                .flatMap(provider -> books(provider.ledger()))
                .sorted(Comparator.comparing(ContractBook::contractId).thenComparing(ContractBook::currency))
                .toList();
    }

    private static Stream<ContractBook> books(SchemeLedger ledger) {
        Map<String, Contract> contracts =
                ledger.contracts().stream().collect(Collectors.toMap(Contract::contractId, Function.identity()));
        Map<String, ContractBook> books = new LinkedHashMap<>();
        if (!ledger.scheme().converts()) {
            contracts
                    .values()
                    .forEach(contract -> add(books, contract, contract.scheme().currency(), book -> book));
        }
        ledger.trades().forEach(trade -> add(books, contracts, trade, book -> book.plus(trade)));
        ledger.refunds()
                .forEach(refund -> ledger.trade(refund.outTradeNo())
                        .ifPresent(trade -> add(books, contracts, trade, ContractBook::plusRefund)));
        return books.values().stream();
    }

    private static void add(
            Map<String, ContractBook> books,
            Map<String, Contract> contracts,
            Trade trade,
            UnaryOperator<ContractBook> change) {
        Contract contract = contracts.get(trade.order().contractId());
        if (contract != null) {
            add(books, contract, trade.order().currency(), change);
        }
    }

    private static void add(
            Map<String, ContractBook> books, Contract contract, String currency, UnaryOperator<ContractBook> change) {
        books.compute(
                contract.contractId() + " " + currency,
                (_, book) -> change.apply(book == null ? ContractBook.empty(contract, currency) : book));
    }

    Answer showBooks() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("callbacks").put("delivered", callbacks.delivered()).put("failed", callbacks.failed());
        ArrayNode list = body.putArray("contracts");
        books().forEach(book -> list.add(view(book)));
        return Answer.ok(body);
    }

    private static ObjectNode view(ContractBook book) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("contract_id", book.contractId())
                .put("scheme", book.scheme().name())
                .put("account", book.account())
                .put("currency", book.currency())
                .put("debits", book.debits())
                .put("debited_minor", book.debitedMinor())
                .put("refunds", book.refunds())
                .put("refunded_minor", book.refundedMinor())
                .put("declines", book.declines())
                .put("declined_minor", book.declinedMinor())
                .put("payer_currency", book.payerCurrency())
                .put("payer_debited_minor", book.payerDebitedMinor());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, JsonNode name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name.asText()))
                .findFirst();
    }
}
