package io.baytap.wallet.domain.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What hangs together by names: an entry that pays several batches, and every other entry that names one of those. A
 * name counts in one currency: an entry in another is not what was expected.
 */
record Knot(List<Expected> expected, List<BankEntry> entries) {

    static List<Knot> of(List<Expected> expected, List<BankEntry> entries) {
        Map<String, String> roots = new HashMap<>();
        Map<String, Expected> byName = new HashMap<>();
        for (Expected one : expected) {
            byName.put(key(one), one);
        }
        for (BankEntry entry : entries) {
            String own = "entry " + entry.reference();
            for (String name : entry.names()) {
                String key = name + " " + entry.currency();
                if (byName.containsKey(key)) {
                    roots.put(root(roots, own), root(roots, key));
                }
            }
        }
        Map<String, Knot> knots = new LinkedHashMap<>();
        for (Expected one : expected.stream()
                .sorted(Comparator.comparing(Expected::reference))
                .toList()) {
            at(knots, root(roots, key(one))).expected.add(one);
        }
        for (BankEntry entry : entries) {
            at(knots, root(roots, "entry " + entry.reference())).entries.add(entry);
        }
        return List.copyOf(knots.values());
    }

    private static Knot at(Map<String, Knot> knots, String root) {
        return knots.computeIfAbsent(root, _ -> new Knot(new ArrayList<>(), new ArrayList<>()));
    }

    private static String key(Expected expected) {
        return expected.name() + " " + expected.amount().currency().getCurrencyCode();
    }

    private static String root(Map<String, String> roots, String of) {
        String root = of;
        for (String next = roots.get(root); next != null && !next.equals(root); next = roots.get(root)) {
            root = next;
        }
        return root;
    }
}
