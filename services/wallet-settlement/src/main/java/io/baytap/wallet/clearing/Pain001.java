package io.baytap.wallet.clearing;

import static java.util.Objects.requireNonNull;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Payee;
import io.baytap.wallet.domain.ValueDates;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * A customer credit transfer initiation, ISO 20022 pain.001.001.09: one message per business day, a part per currency and
 * value date, a transfer per batch. The same day makes the same message, whenever it is made: a bank that knows its id
 * does not pay twice.
 */
final class Pain001 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final Accounts accounts;

    private final ValueDates valueDates;

    Pain001(Accounts accounts, ValueDates valueDates) {
        this.accounts = accounts;
        this.valueDates = valueDates;
    }

    /**
     * The message.
     *
     * @param batches all of one business day, at least one of them payable
     * @throws IllegalArgumentException if an account is not known
     */
    String message(LocalDate day, List<Batch> batches) {
        List<String> missing = PaymentOrder.missing(batches, accounts);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("settings are missing: " + missing);
        }
        var text = new StringWriter();
        try (var xml = new Xml(text, NAMESPACE)) {
            xml.start("CstmrCdtTrfInitn");
            header(xml, day, PaymentOrder.payable(batches));
            for (var part : PaymentOrder.parts(batches, valueDates).entrySet()) {
                part(xml, day, part.getKey(), part.getValue());
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text is always writable", e);
        }
        return text.toString();
    }

    private void header(Xml xml, LocalDate day, List<Batch> payable) throws XMLStreamException {
        Instant closed = payable.stream()
                .map(Batch::closedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Batch first = payable.getFirst();
        xml.start("GrpHdr");
        xml.text("MsgId", "BAYTAP-" + day);
        xml.text("CreDtTm", closed.truncatedTo(ChronoUnit.SECONDS).toString());
        totals(xml, payable);
        xml.start("InitgPty");
        xml.text("Nm", payer(first).name());
        xml.end();
        xml.end();
    }

    private void part(Xml xml, LocalDate day, String name, List<Batch> batches) throws XMLStreamException {
        Payee payer = payer(batches.getFirst());
        xml.start("PmtInf");
        xml.text("PmtInfId", day + "-" + name);
        xml.text("PmtMtd", "TRF");
        totals(xml, batches);
        xml.start("ReqdExctnDt");
        xml.text("Dt", valueDates.execution(batches.getFirst()).toString());
        xml.end();
        party(xml, "Dbtr", payer);
        account(xml, "DbtrAcct", payer);
        agent(xml, "DbtrAgt", payer);
        for (Batch batch : batches) {
            transfer(xml, batch);
        }
        xml.end();
    }

    private void transfer(Xml xml, Batch batch) throws XMLStreamException {
        Payee payee = requireNonNull(accounts.operators().get(PaymentOrder.payeeKey(batch)));
        xml.start("CdtTrfTxInf");
        xml.start("PmtId");
        xml.text("EndToEndId", batch.endToEndId());
        xml.end();
        xml.start("Amt");
        xml.text(
                "InstdAmt",
                decimal(batch.amount()).toPlainString(),
                "Ccy",
                batch.amount().currency().getCurrencyCode());
        xml.end();
        agent(xml, "CdtrAgt", payee);
        party(xml, "Cdtr", payee);
        account(xml, "CdtrAcct", payee);
        xml.start("RmtInf");
        xml.text("Ustrd", "fares of " + batch.businessDay());
        xml.end();
        xml.end();
    }

    private Payee payer(Batch batch) {
        return requireNonNull(accounts.payers().get(batch.amount().currency().getCurrencyCode()));
    }

    /** The control sum adds amounts up whatever their currency, as the standard says. */
    private static void totals(Xml xml, List<Batch> batches) throws XMLStreamException {
        BigDecimal sum =
                batches.stream().map(batch -> decimal(batch.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        xml.text("NbOfTxs", Integer.toString(batches.size()));
        xml.text("CtrlSum", sum.toPlainString());
    }

    private static void party(Xml xml, String element, Payee payee) throws XMLStreamException {
        xml.start(element);
        xml.text("Nm", payee.name());
        xml.end();
    }

    private static void account(Xml xml, String element, Payee payee) throws XMLStreamException {
        xml.start(element);
        xml.start("Id");
        xml.start("Othr");
        xml.text("Id", payee.account());
        xml.end();
        xml.end();
        xml.end();
    }

    private static void agent(Xml xml, String element, Payee payee) throws XMLStreamException {
        xml.start(element);
        xml.start("FinInstnId");
        xml.text("BICFI", payee.bic());
        xml.end();
        xml.end();
    }

    private static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits());
    }
}
