package io.baytap.sandbox.bank;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads pain.001.001.09, after validating it against the standard's XSD. */
final class Pain001Reader {

    /** What became of a text. */
    sealed interface Reading {
        record Read(PaymentMessage message) implements Reading {}

        record Refused(PaymentMessage.Refusal refusal) implements Reading {}
    }

    private static final String XSD = "/pain.001.001.09.xsd";

    private final Schema schema;

    Pain001Reader() {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(Pain001Reader.class.getResource(XSD), XSD));
        } catch (SAXException e) {
            throw new IllegalStateException(XSD, e);
        }
    }

    Reading read(String text) {
        try {
            return new Reading.Read(message(new Node(parse(text)).one("CstmrCdtTrfInitn")));
        } catch (SAXParseException e) {
            return notValid("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException | ArithmeticException | UnsupportedOperationException e) {
            return notValid(String.valueOf(e.getMessage()));
        }
    }

    private Element parse(String text) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            // A payment file has no document type, and one that had could make the bank read its own files.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setSchema(schema);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PaymentMessage message(Node root) {
        Node header = root.one("GrpHdr");
        List<Transfer> transfers = new ArrayList<>();
        for (Node part : root.all("PmtInf")) {
            part.all("CdtTrfTxInf").forEach(transfer -> transfers.add(transfer(part, transfer)));
        }
        return new PaymentMessage(
                header.text("MsgId"),
                Integer.parseInt(header.text("NbOfTxs")),
                Optional.of(header.text("CtrlSum"))
                        .filter(sum -> !sum.isEmpty())
                        .map(BigDecimal::new),
                transfers);
    }

    private static Transfer transfer(Node part, Node transfer) {
        String endToEndId = transfer.text("PmtId", "EndToEndId");
        Node amount = transfer.one("Amt", "InstdAmt");
        Node date = part.one("ReqdExctnDt");
        Node account = part.one("DbtrAcct", "Id");
        return new Transfer(
                part.text("PmtInfId"),
                endToEndId,
                LocalDate.parse((date.text("Dt") + date.text("DtTm")).substring(0, 10)),
                account.text("IBAN") + account.text("Othr", "Id"),
                minor(endToEndId, amount.text()),
                amount.attribute("Ccy"),
                transfer.text("Cdtr", "Nm"),
                transfer.text("RmtInf", "Ustrd"));
    }

    private static long minor(String endToEndId, String decimal) {
        try {
            return new BigDecimal(decimal).movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException(endToEndId + ": " + decimal + " is not an amount with two decimals");
        }
    }

    private static Reading notValid(String message) {
        return new Reading.Refused(new PaymentMessage.Refusal("NOT_VALID", message));
    }

    /** Every violation ends the reading. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // Not a violation.
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
