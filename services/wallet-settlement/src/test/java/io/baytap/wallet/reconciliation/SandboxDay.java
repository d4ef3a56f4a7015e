package io.baytap.wallet.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Topics;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.wallet.Fares;
import io.baytap.wallet.IdentityProvider;
import io.baytap.wallet.Kit;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moves the clocks of service, providers and bank together, and asks for a reconciliation. */
@Singleton
public class SandboxDay {

    private static final Integer OK = 200;
    private static final int BAD = 300;
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    /** What the service calls an error that the sandbox planted. */
    private static final Map<String, String> NAMES = Map.of(
            "LINE_MISSING", "MISSING_AT_PROVIDER",
            "LINE_DOUBLED", "DOUBLED",
            "AMOUNT_DIFFERS", "AMOUNT",
            "RATE_DIFFERS", "RATE",
            "LINE_LATE", "LATE",
            "REFUNDED_TWICE", "REFUNDED_TWICE",
            "PAYOUT_SHORT", "SHORT_PAYOUT",
            "DEAL_RATE_DIFFERS", "DEAL_AMOUNT");

    private static final String UNKNOWN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>2026-04-10T01:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><CtrlSum>42.00</CtrlSum><InitgPty><Nm>Baytap</Nm></InitgPty></GrpHdr>
            <PmtInf><PmtInfId>%1$s-1</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>1</NbOfTxs><CtrlSum>42.00</CtrlSum><ReqdExctnDt><Dt>%2$s</Dt></ReqdExctnDt>
            <Dbtr><Nm>Baytap</Nm></Dbtr><DbtrAcct><Id><Othr><Id>808-100001-344</Id></Othr></Id><Ccy>HKD</Ccy></DbtrAcct><DbtrAgt><FinInstnId><BICFI>BAYTHKHH</BICFI></FinInstnId></DbtrAgt>
            <CdtTrfTxInf><PmtId><EndToEndId>%1$s-E</EndToEndId></PmtId><Amt><InstdAmt Ccy="HKD">42.00</InstdAmt></Amt>
            <CdtrAgt><FinInstnId><BICFI>HSBCHKHH</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>Somebody</Nm></Cdtr><CdtrAcct><Id><Othr><Id>012-345678-001</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>
            </PmtInf></CstmrCdtTrfInitn></Document>
            """.strip();

    private final String sandbox;
    private final String service;
    private final ObjectMapper json;
    private final Kit kit;
    private final HttpClient http = HttpClient.newHttpClient();

    SandboxDay(
            @ConfigProperty(name = "sandbox.url") String sandbox,
            @ConfigProperty(name = "quarkus.http.test-port") int port,
            ObjectMapper json,
            Kit kit) {
        this.sandbox = sandbox;
        this.service = "http://127.0.0.1:" + port;
        this.json = json;
        this.kit = kit;
    }

    void tell(LocalDate day, String time) {
        Instant now = day.atTime(LocalTime.parse(time)).atZone(HONG_KONG).toInstant();
        send(
                "PUT",
                sandbox + "/sandbox/v1/clock",
                "{\"now\":\"" + now.atZone(HONG_KONG).toOffsetDateTime() + "\"}");
        kit.publish(
                Topics.REPLAY_TICKS,
                ReplayTick.newBuilder()
                        .setEventId("tick:line:" + now)
                        .setOccurredAt(now)
                        .setClockId("line")
                        .build());
        Awaitility.await()
                .atMost(Kit.SOON)
                .until(
                        () -> kit.query(
                                "select 1 from replay_time where reached >= cast(? as timestamptz)", now.toString()),
                        rows -> !rows.isEmpty());
    }

    void closeBank(LocalDate day) {
        send("POST", sandbox + "/bank/v1/end-of-day?day=" + day, "");
    }

    /** The bank books what is there; the day stays open. */
    void intraday(LocalDate day) {
        send("POST", sandbox + "/bank/v1/intraday?day=" + day, "");
    }

    /** Somebody pays somebody from an account of ours, and no batch of ours says so. */
    void payUnknown(LocalDate day, String messageId) {
        send("POST", sandbox + "/bank/v1/payments", UNKNOWN.formatted(messageId, day));
    }

    /** Hands the payment file of a day to the bank, once the day has closed. */
    void payOperators(LocalDate day) {
        String file = service + "/v1/days/" + day + "/pain.001.xml";
        Awaitility.await().atMost(Kit.SOON).until(() -> text("GET", file, "").statusCode(), OK::equals);
        send("POST", sandbox + "/bank/v1/payments", text("GET", file, "").body());
    }

    /** Buys 10.60 HKD for 9.86 CNY, at 0.93: the ledger and the bank are told. */
    void deal(LocalDate struckOn, LocalDate valueDate) {
        String id = "deal:HKD/CNY:" + valueDate;
        kit.publish(
                Topics.DEALS_STRUCK,
                DealStruck.newBuilder()
                        .setEventId(id)
                        .setOccurredAt(Fares.MORNING)
                        .setDealId(id)
                        .setBase("HKD")
                        .setQuote("CNY")
                        .setValueDate(valueDate)
                        .setBaseMinor(1060)
                        .setQuoteMinor(-986)
                        .setRate("0.93")
                        .setRateIds(List.of())
                        .setExposedBaseMinor(-1060)
                        .setExposedQuoteMinor(980)
                        .setRealisedMinor(-6)
                        .setFareCount(1)
                        .build());
        Awaitility.await()
                .atMost(Kit.SOON)
                .until(() -> kit.query("select 1 from fx_deal where id = ?", id), rows -> !rows.isEmpty());
        send("POST", sandbox + "/bank/v1/deals", """
                {"deal_id":"%s","struck_on":"%s","value_date":"%s",
                 "legs":[{"currency":"HKD","minor":1060},{"currency":"CNY","minor":-986}]}""".formatted(id, struckOn, valueDate));
    }

    void plant(LocalDate day, long seed) {
        send("PUT", sandbox + "/sandbox/v1/planted-errors", "{\"day\":\"" + day + "\",\"seed\":" + seed + "}");
    }

    /** Our name for it by the number it is known by. */
    Map<String, String> planted() {
        Map<String, String> planted = new TreeMap<>();
        send("GET", sandbox + "/sandbox/v1/planted-errors", "")
                .path("planted")
                .forEach(error -> planted.put(
                        error.path("reference").asText(),
                        String.valueOf(NAMES.get(error.path("name").asText()))));
        return planted;
    }

    /** Breaks that the service shows: reasons by the number both sides know. */
    static Map<String, String> reasons(JsonNode breaks) {
        Map<String, String> reasons = new TreeMap<>();
        breaks.forEach(one ->
                reasons.put(one.path("number").asText(), one.path("reason").asText()));
        return reasons;
    }

    JsonNode reconcile(LocalDate day) {
        return send("POST", service + "/v1/reconciliation/" + day, "");
    }

    /** @throws IllegalStateException unless the answer is a good one */
    private JsonNode send(String method, String url, String body) {
        var response = text(method, url, body);
        if (response.statusCode() >= BAD) {
            throw new IllegalStateException(method + " " + url + ": " + response.statusCode() + " " + response.body());
        }
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> text(String method, String url, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", body.startsWith("<") ? "application/xml" : "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (url.startsWith(service)) {
                request.header("Authorization", "Bearer " + IdentityProvider.token("fiona", "finance"));
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
