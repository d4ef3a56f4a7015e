package io.baytap.reporting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Stream;

/** The other services on a good day: 9 April 2026, what the European Central Bank published the evening before. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    static final String TAP_TOKEN = "reads-gates";

    private static final NeighbourServer FARES = new NeighbourServer()
            .usually("/v1/tariffs", """
                    {"tariffs": [{"operatorId": "KMB", "version": "KMB@2026-04", "inForceFrom": null, "currency": "HKD", "routes": 1},
                      {"operatorId": "MTR", "version": "MTR@2026-04", "inForceFrom": null, "currency": "HKD", "routes": 2},
                      {"operatorId": "STAR", "version": "STAR@2026-04", "inForceFrom": null, "currency": "HKD", "routes": 1}],
                     "schemes": [], "refusals": []}
                    """)
            .usually("/v1/tariffs/MTR/routes", """
                    {"operatorId": "MTR", "version": "MTR@2026-04", "currency": "HKD", "routes": [
                      {"routeId": "MTR:heavy-rail", "name": "MTR heavy rail", "decks": []},
                      {"routeId": "MTR:bus:K12:1", "name": "K12 TAI PO - EIGHTLAND GARDENS", "decks": []},
                      {"routeId": "MTR:bus:K12:2", "name": "K12 TAI PO - EIGHTLAND GARDENS", "decks": []}]}
                    """)
            .usually("/v1/tariffs/STAR/routes", """
                    {"operatorId": "STAR", "version": "STAR@2026-04", "currency": "HKD", "routes": [
                      {"routeId": "STAR:central-tsim-sha-tsui", "name": "Central - Tsim Sha Tsui", "decks": ["LOWER", "UPPER"]}]}
                    """)
            .usually("/v1/tariffs/STAR/stops", """
                    {"routeId": "STAR:central-tsim-sha-tsui", "stops": [
                      {"stopId": "STAR:central-tsim-sha-tsui#1", "name": "Central"}]}
                    """)
            .usually("/v1/tariffs/MTR/stops", """
                    {"routeId": "MTR:heavy-rail", "stops": [
                      {"stopId": "MTR:1", "name": "Central"}, {"stopId": "MTR:2", "name": "Admiralty"},
                      {"stopId": "MTR:3", "name": "Tsim Sha Tsui"}, {"stopId": "MTR:80", "name": "East Tsim Sha Tsui"}]}
                    """)
            .usually("/v1/quotes", """
                    {"totals": [{"amountMinor": 1060, "currency": "HKD"}], "walletEstimate": null, "journeys": [
                      {"net": {"amountMinor": 1060, "currency": "HKD"},
                       "leg": {"route": "MTR:heavy-rail", "from": "MTR:1", "to": "MTR:3", "fare": {"amountMinor": 1260, "currency": "HKD"},
                               "fareProductId": "12.60", "rule": "fare_leg_rules.txt:3"},
                       "adjustments": [{"kind": "OFF_PEAK", "amount": {"amountMinor": -200, "currency": "HKD"}, "rule": "policy:offPeak=early-bird"}],
                       "tariffVersion": "MTR@2026-04+policy-1a2b3c4d"}], "changes": []}
                    """);

    private static final NeighbourServer FX = new NeighbourServer()
            .usually("/v1/board", """
                    {"at": "2026-04-09T16:00:00Z", "rows": [
                      {"base": "HKD", "quote": "CNY", "buy": "0.867647", "mid": "0.871986", "sell": "0.876346",
                       "inForceFrom": "2026-04-08T14:00:00Z", "date": "2026-04-08", "source": "ECB"},
                      {"base": "HKD", "quote": "MOP", "buy": "1.024875", "mid": "1.030000", "sell": "1.035150",
                       "inForceFrom": null, "date": null, "source": "AMCM"},
                      {"base": "USD", "quote": "HKD", "buy": "7.793345", "mid": "7.832312", "sell": "7.871474",
                       "inForceFrom": "2026-04-06T14:00:00Z", "date": "2026-04-06", "source": "OPERATOR"},
                      {"base": "USD", "quote": "CNY", "buy": null, "mid": null, "sell": null,
                       "inForceFrom": null, "date": null, "source": null}]}
                    """)
            .usually("/v1/board/conversions", """
                    {"at": "2026-04-09T00:30:00Z", "wallet": "WEIXIN_PAY", "fareMinor": 1060, "fareCurrency": "HKD",
                     "walletMinor": 929, "walletCurrency": "CNY", "midMinor": 924, "spreadMinor": 5, "rate": "0.8719856029",
                     "appliedRate": "0.8763455309145", "spreadBasisPoints": 50, "policy": "AT_TAP",
                     "inForceFrom": "2026-04-08T14:00:00Z", "source": "ECB", "rateIds": ["ECB:EUR/HKD:2026-04-08", "ECB:EUR/CNY:2026-04-08"]}
                    """)
            .usually("/v1/exposures", """
                    [{"valueDate": "2026-04-10", "currency": "CNY", "openMinor": 1090, "limitMinor": null, "alarm": false, "pairs": []},
                     {"valueDate": "2026-04-10", "currency": "HKD", "openMinor": -125000, "limitMinor": 100000, "alarm": true, "pairs": []}]
                    """)
            .usually("/v1/deals", """
                    [{"id": "deal:HKD/CNY:2026-04-09", "struckAt": "2026-04-08T10:00:00Z", "valueDate": "2026-04-09", "base": "HKD",
                      "quote": "CNY", "rate": "0.8650000000", "rateIds": [], "baseMinor": 1, "quoteMinor": -1, "realisedMinor": 0, "conversions": 1},
                     {"id": "deal:HKD/CNY:2026-04-10", "struckAt": "2026-04-09T10:00:00Z", "valueDate": "2026-04-10", "base": "HKD",
                      "quote": "CNY", "rate": "0.8719856029", "rateIds": [], "baseMinor": 125000, "quoteMinor": -108998, "realisedMinor": -12, "conversions": 97}]
                    """);

    private static final NeighbourServer WALLETS = new NeighbourServer();

    private static final NeighbourServer TAPS = new NeighbourServer().usually("/v1/gates/owing", """
                    {"gates": [
                      {"gateId": "gate-17", "from": 1, "upTo": 4020, "owed": [{"from": 4011, "to": 4013}, {"from": 4017, "to": 4017}],
                       "forgottenUpTo": null, "clockAheadMillis": null, "clockMeasuredAt": null, "says": "gate-17 owes 4011-4013, 4017"},
                      {"gateId": "gate-2", "from": 1, "upTo": 99, "owed": [{"from": 2, "to": 90}],
                       "forgottenUpTo": null, "clockAheadMillis": null, "clockMeasuredAt": null, "says": "gate-2 owes 2-90"}]}
                    """);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "reporting.neighbours.fare-calculation", FARES.address(),
                "reporting.neighbours.fx-conversion", FX.address(),
                "reporting.neighbours.wallet-settlement", WALLETS.address(),
                "reporting.neighbours.tap-ingest", TAPS.address(),
                "reporting.neighbours.tap-ingest-token", TAP_TOKEN);
    }

    @Override
    public void stop() {
        Stream.of(FARES, FX, WALLETS, TAPS).forEach(NeighbourServer::close);
    }

    static NeighbourServer fares() {
        return FARES;
    }

    static NeighbourServer fx() {
        return FX;
    }

    static NeighbourServer wallets() {
        return WALLETS;
    }

    static NeighbourServer taps() {
        return TAPS;
    }

    static void recover() {
        Stream.of(FARES, FX, WALLETS, TAPS).forEach(NeighbourServer::recovers);
    }
}
