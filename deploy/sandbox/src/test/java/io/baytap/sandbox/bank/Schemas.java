package io.baytap.sandbox.bank;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * XSDs of camt.053.001.08 and camt.054.001.08, made of camt.052.001.08's, which hbci4j carries: the three share all their components
 * from the account down to the transaction. Only the names of the message and of its part differ; that a statement must have a balance,
 * and a notification none, is lost with that.
 */
final class Schemas {

    static final Schemas CAMT_053 = new Schemas("camt.053.001.08", "BkToCstmrStmt", "Stmt");
    static final Schemas CAMT_054 = new Schemas("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn");

    private final Schema schema;

    private Schemas(String name, String message, String part) {
        try (var in = Objects.requireNonNull(Schemas.class.getResourceAsStream("/camt.052.001.08.xsd"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("camt.052.001.08", name)
                    .replace("name=\"BkToCstmrAcctRpt\"", "name=\"" + message + "\"")
                    .replace("name=\"Rpt\"", "name=\"" + part + "\"");
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    void validate(String xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }
}
