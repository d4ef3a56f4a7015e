package io.baytap.fare.tariff;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.baytap.fare.domain.JoinRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code fare_leg_join_rules.txt}. */
final class JoinRuleTable {

    static final String FILE = "fare_leg_join_rules.txt";

    private final CsvTable table;
    private final Set<String> networks;
    private final Set<String> stops;

    JoinRuleTable(CsvTable table, Set<String> networks, Set<String> stops) {
        this.table = table;
        this.networks = networks;
        this.stops = stops;
    }

    List<JoinRule> read() throws TariffRefusedException {
        List<JoinRule> rules = new ArrayList<>();
        for (NamedCsvRecord record : table.records()) {
            String from = stop(record, "from_stop_id");
            String to = stop(record, "to_stop_id");
            if ((from == null) != (to == null)) {
                throw table.refused(record, "from_stop_id and to_stop_id need each other");
            }
            rules.add(new JoinRule(
                    CsvTable.row(record),
                    network(record, "from_network_id"),
                    network(record, "to_network_id"),
                    from,
                    to));
        }
        return rules;
    }

    private String network(NamedCsvRecord record, String column) throws TariffRefusedException {
        String network = table.required(record, column);
        if (!networks.contains(network)) {
            throw table.refused(record, "unknown " + column + " " + network);
        }
        return network;
    }

    private @Nullable String stop(NamedCsvRecord record, String column) throws TariffRefusedException {
        String stop = CsvTable.field(record, column);
        if (stop.isEmpty()) {
            return null;
        }
        if (!stops.contains(stop)) {
            throw table.refused(record, "unknown " + column + " " + stop);
        }
        return stop;
    }
}
