package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Tables, two workers, a network and a provider in one process, stepped by chance. Between any two steps a worker may
 * die, a message may be lost, doubled or delayed, a payment may be decided, a notification may come.
 */
final class FaultyWorld {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int WORKERS = 2;

    /** What is asked. */
    private enum Kind {
        DEBIT,
        QUERY,
        CONFIRM
    }

    /** On its way: a question to the provider, or its answer to the worker that asked, if that still lives. */
    private sealed interface Message {
        record Question(int worker, int life, Charge charge, Kind kind, Instant sentAt) implements Message {}

        record Reply(int worker, int life, Charge charge, Kind kind, ProviderAnswer answer) implements Message {}
    }

    private final SplittableRandom random;
    private final FaultyProvider provider;
    private final Map<String, Charge> rows = new HashMap<>();
    private final Map<String, Instant> retryAt = new HashMap<>();
    private final List<Message> network = new ArrayList<>();
    private final int[] lives = new int[WORKERS];
    private final List<Journal> journals = new ArrayList<>();
    private final Map<String, Integer> debts = new HashMap<>();
    private final Set<String> denied = new HashSet<>();
    private Instant now = T;
    private boolean faulty = true;

    FaultyWorld(SplittableRandom random, List<Charge> charges) {
        this.random = random;
        this.provider = new FaultyProvider(random);
        charges.forEach(charge -> {
            rows.put(charge.id(), charge);
            retryAt.put(charge.id(), T);
        });
    }

    /** One thing that may happen next. */
    void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> claim(random.nextInt(WORKERS));
            case 3, 4, 5, 6 -> deliver();
            case 7 -> lives[random.nextInt(WORKERS)]++;
            case 8 -> provider.decide();
            case 9 -> notification();
            case 10 -> now = now.plus(Duration.ofSeconds(random.nextInt(600)));
            default -> wake();
        }
    }

    /** No more faults; time passes until nothing is left to do. */
    void settleDown() {
        faulty = false;
        for (int i = 0; i < 400; i++) {
            claim(0);
            while (!network.isEmpty()) {
                deliver();
            }
            provider.decide();
            wake();
            now = now.plus(Duration.ofHours(1));
        }
    }

    /** Every rider pays what is owed. */
    void payDebts() {
        provider.becomeGenerous();
        rows.replaceAll((id, charge) -> {
            retryAt.put(id, now);
            return charge.status() == ChargeStatus.DEBT
                    ? charge.with(charge.state().with(ChargeStatus.CONFIRMING))
                    : charge;
        });
        settleDown();
    }

    /** A transaction that writes the attempt down; then, unless the worker dies, the question goes out. */
    private void claim(int worker) {
        for (Charge charge : List.copyOf(rows.values())) {
            boolean open = switch (charge.status()) {
                case DUE, SUBMITTED, UNKNOWN, CONFIRMING -> true;
                case WAITING, SETTLED, DECLINED, DEBT, CANCELLED -> false;
            };
            if (!open || retryAt.getOrDefault(charge.id(), T).isAfter(now) || chance(10)) {
                continue;
            }
            Charge next = ChargeRules.submit(charge, Examples.cny(0));
            store(next, LEASE);
            if (chance(10)) {
                lives[worker]++;
                return;
            }
            network.add(new Message.Question(worker, lives[worker], next, kind(next.status()), now));
        }
    }

    private static Kind kind(ChargeStatus status) {
        return switch (status) {
            case UNKNOWN -> Kind.QUERY;
            case CONFIRMING -> Kind.CONFIRM;
            case WAITING, DUE, SUBMITTED, SETTLED, DECLINED, DEBT, CANCELLED -> Kind.DEBIT;
        };
    }

    private void deliver() {
        if (network.isEmpty()) {
            return;
        }
        Message message = network.remove(random.nextInt(network.size()));
        if (chance(15)) {
            return; // lost
        }
        if (chance(15)) {
            network.add(message); // comes again later
        }
        switch (message) {
            case Message.Question(int worker, int life, Charge charge, Kind kind, Instant sentAt) -> {
                ProviderAnswer answer = kind == Kind.DEBIT
                        ? provider.debit(charge, Duration.between(sentAt, now))
                        : provider.query(charge);
                network.add(new Message.Reply(worker, life, charge, kind, answer));
            }
            case Message.Reply reply -> take(reply);
        }
    }

    private void take(Message.Reply reply) {
        if (lives[reply.worker] != reply.life) {
            return; // nobody waits for it any more
        }
        if (reply.kind == Kind.QUERY && reply.answer instanceof ProviderAnswer.NotFound) {
            network.add(new Message.Question(reply.worker, reply.life, reply.charge, Kind.DEBIT, now));
        } else if (!chance(10)) {
            book(reply.charge, reply.kind, reply.answer);
        }
    }

    private void notification() {
        for (String number : provider.debited()) {
            if (random.nextBoolean()) {
                rows.values().stream()
                        .filter(charge -> number.equals(charge.state().outTradeNo()))
                        .findFirst()
                        .ifPresent(charge -> book(charge, Kind.QUERY, provider.answer(number)));
            }
        }
    }

    /** A transaction: the charge, its journals and its outcomes together. */
    private void book(Charge asked, Kind kind, ProviderAnswer answer) {
        Charge charge = rows.getOrDefault(asked.id(), asked);
        String number = String.valueOf(asked.state().outTradeNo());
        Optional<ChargeRules.Booked> news = kind == Kind.CONFIRM
                ? ChargeRules.confirm(charge, number, answer, now)
                : ChargeRules.book(charge, number, answer, now);
        news.ifPresent(booked -> {
            store(booked.charge(), Duration.ofSeconds(1));
            journals.addAll(booked.journals());
            booked.outcomes().forEach(this::follow);
        });
    }

    private void follow(Outcome outcome) {
        switch (outcome) {
            case Outcome.RiderDenied told -> {
                debts.merge(told.riderId(), 1, Integer::sum);
                denied.add(told.riderId());
            }
            case Outcome.RiderRestored told -> {
                if (debts.merge(told.riderId(), -1, Integer::sum) == 0) {
                    denied.remove(told.riderId());
                }
            }
            case Outcome.OfCharge _,
                    Outcome.Corrected _,
                    Outcome.BatchClosed _,
                    Outcome.BreakTold _,
                    Outcome.WrittenOff _ -> {}
        }
    }

    private void wake() {
        rows.replaceAll((_, charge) -> {
            Instant due = charge.state().dueAt();
            return charge.status() == ChargeStatus.DECLINED && due != null && !due.isAfter(now)
                    ? charge.with(charge.state().with(ChargeStatus.CONFIRMING))
                    : charge;
        });
    }

    private void store(Charge charge, Duration wait) {
        rows.put(charge.id(), charge);
        retryAt.put(charge.id(), now.plus(wait));
    }

    private boolean chance(int percent) {
        return faulty && random.nextInt(100) < percent;
    }

    List<Charge> charges() {
        return List.copyOf(rows.values());
    }

    FaultyProvider provider() {
        return provider;
    }

    Set<String> denied() {
        return denied;
    }

    /** How often the ledger says that the charge was settled. */
    long booked(String chargeId) {
        return journals.stream()
                .filter(journal -> journal.id().equals("charge-settled:" + chargeId))
                .count();
    }
}
