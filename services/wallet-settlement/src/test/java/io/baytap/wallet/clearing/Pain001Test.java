package io.baytap.wallet.clearing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.BankCalendars;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Payee;
import io.baytap.wallet.domain.Position;
import io.baytap.wallet.domain.ValueDates;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The oracle is the XSD of ISO 20022, from hbci4j. */
class Pain001Test {

    private static final LocalDate DAY = LocalDate.parse("2026-04-09");
    private static final Instant CLOSED = Instant.parse("2026-04-09T20:00:00.123456Z");
    private static final Accounts ACCOUNTS = new Accounts(
            Map.of(
                    "HKD", new Payee("Baytap & Co <Clearing>", "HSBCHKHH", "004-123456-001"),
                    "CNY", new Payee("Baytap Shenzhen", "ICBKCNBJ", "4000023009200123456")),
            Map.of(
                    "MTR/HKD", new Payee("MTR Corporation", "HASEHKHH", "024-1-000001"),
                    "KMB/HKD", new Payee("九龍巴士", "BKCHHKHH", "012-1-000002"),
                    "SZM/CNY", new Payee("深圳地铁", "BKCHCNBJ300", "7744-01")));

    private static final ValueDates DATES = new ValueDates(
            1,
            Map.of("HKD", BankCalendars.published("hong-kong"), "CNY", BankCalendars.published("mainland")),
            Map.of());

    private static final List<Batch> BATCHES = List.of(
            batch("KMB", "HKD", 123_450, -450),
            batch("MTR", "HKD", 1_000, -400),
            batch("SZM", "CNY", 700, 0),
            batch("CTB", "HKD", 100, -350)); // the operator owes it: no payment

    @Test
    void aDayIsAValidMessageWithATransferPerBatchThatIsToBePaid() throws Exception {
        String xml = new Pain001(ACCOUNTS, DATES).message(DAY, BATCHES);

        schema().newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(value(xml, "//*[local-name()='GrpHdr']/*[local-name()='MsgId']"))
                .isEqualTo("BAYTAP-2026-04-09");
        assertThat(value(xml, "//*[local-name()='GrpHdr']/*[local-name()='NbOfTxs']"))
                .isEqualTo("3");
        // 1,230.00 + 6.00 + 7.00
        assertThat(value(xml, "//*[local-name()='GrpHdr']/*[local-name()='CtrlSum']"))
                .isEqualTo("1243.00");
        assertThat(value(xml, "count(//*[local-name()='PmtInf'])"))
                .as("HKD and CNY")
                .isEqualTo("2");
        assertThat(value(xml, "//*[local-name()='InstdAmt'][../../*/*='MTR:HKD:2026-04-09']"))
                .isEqualTo("6.00");
        assertThat(value(xml, "//*[local-name()='InstdAmt'][../../*/*='SZM:CNY:2026-04-09']/@Ccy"))
                .isEqualTo("CNY");
        assertThat(value(xml, "//*[local-name()='ReqdExctnDt']/*")).isEqualTo("2026-04-10");
    }

    @Test
    void theSameDayMakesTheSameMessage() {
        assertThat(new Pain001(ACCOUNTS, DATES).message(DAY, BATCHES))
                .isEqualTo(new Pain001(ACCOUNTS, DATES).message(DAY, BATCHES));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyDayIsValid(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        List<String> operators = List.of("MTR", "KMB");
        List<Batch> batches = IntStream.range(0, 2)
                .mapToObj(i -> batch(operators.get(i), "HKD", random.nextLong(1, 1L << 40), -random.nextLong(100)))
                .filter(batch -> batch.amount().minor() > 0)
                .toList();
        if (!batches.isEmpty()) {
            String xml = new Pain001(ACCOUNTS, DATES).message(DAY, batches);
            schema().newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Test
    void theXsdWouldFindAMistake() throws Exception {
        String xml = new Pain001(ACCOUNTS, DATES).message(DAY, BATCHES).replace("HASEHKHH", "not a BIC");

        Schema schema = schema();
        assertThatThrownBy(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("not a BIC");
    }

    @Test
    void whatSettingsLackIsNamed() {
        List<Batch> unknown = List.of(batch("STAR", "HKD", 500, 0), batch("MTR", "MOP", 500, 0));

        assertThat(new PaymentFiles(ACCOUNTS, DATES).missing(unknown))
                .containsExactly(
                        "wallet.operators.\"MTR\".payees.\"MOP\"",
                        "wallet.operators.\"STAR\".payees.\"HKD\"",
                        "wallet.payers.\"MOP\"");
        assertThatThrownBy(() -> new Pain001(ACCOUNTS, DATES).message(DAY, unknown))
                .hasMessageContaining("STAR");
    }

    @Test
    void aDayOnWhichNothingIsOwedHasNoMessage() {
        assertThat(new PaymentFiles(ACCOUNTS, DATES).pain001(DAY, List.of(batch("MTR", "HKD", 400, -400))))
                .isEmpty();
    }

    @Test
    void aLongOperatorIdStillFitsTheBanksThirtyFiveCharacters() {
        String id = batch("AN-OPERATOR-WITH-A-LONG-NAME", "HKD", 1, 0).endToEndId();

        assertThat(id).hasSize(32);
    }

    /** Closed while holidays were not known, for Good Friday and the first day of the golden week. */
    @Test
    void theBankIsAskedForADayOnWhichItIsOpen() throws Exception {
        String xml = new Pain001(ACCOUNTS, DATES)
                .message(
                        DAY,
                        List.of(
                                batch("MTR", "HKD", 1_000, 0, LocalDate.parse("2026-04-03")),
                                batch("KMB", "HKD", 500, 0, LocalDate.parse("2026-04-08")),
                                batch("SZM", "CNY", 700, 0, LocalDate.parse("2026-10-01"))));

        schema().newValidator().validate(new StreamSource(new StringReader(xml)));
        // HKD of both operators together, on the first day after Easter and Ching Ming.
        assertThat(value(xml, "count(//*[local-name()='PmtInf'])")).isEqualTo("2");
        assertThat(value(xml, "//*[local-name()='PmtInf'][.//@Ccy='HKD']/*[local-name()='ReqdExctnDt']/*"))
                .isEqualTo("2026-04-08");
        assertThat(value(xml, "//*[local-name()='PmtInf'][.//@Ccy='HKD']/*[local-name()='CtrlSum']"))
                .isEqualTo("15.00");
        assertThat(value(xml, "//*[local-name()='PmtInf'][.//@Ccy='CNY']/*[local-name()='ReqdExctnDt']/*"))
                .isEqualTo("2026-10-08");
    }

    @Test
    void holidaysThatAreNotKnownAreNamedUnlessNothingIsToBePaid() {
        LocalDate unknown = LocalDate.parse("2027-01-01");

        assertThat(new PaymentFiles(ACCOUNTS, DATES).uncovered(List.of(batch("SZM", "CNY", 700, 0, unknown))))
                .containsExactly("mainland 2027");
        assertThat(new PaymentFiles(ACCOUNTS, DATES).uncovered(List.of(batch("SZM", "CNY", 700, -700, unknown))))
                .isEmpty();
        assertThat(new PaymentFiles(ACCOUNTS, DATES).uncovered(BATCHES)).isEmpty();
    }

    private static Batch batch(String operator, String currency, long gross, long takenBack) {
        return batch(operator, currency, gross, takenBack, DAY.plusDays(1));
    }

    private static Batch batch(String operator, String currency, long gross, long takenBack, LocalDate valueDate) {
        return new Batch(
                operator,
                DAY,
                2,
                new Position(Money.of(gross, currency), Money.of(takenBack, currency)),
                valueDate,
                CLOSED);
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(requireNonNull(Pain001Test.class.getResource("/pain.001.001.09.xsd")));
    }

    private static String value(String xml, String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }
}
