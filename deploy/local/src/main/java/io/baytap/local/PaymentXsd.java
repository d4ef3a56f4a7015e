package io.baytap.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The XSD of pain.001.001.09, as ISO 20022 publishes it. */
final class PaymentXsd {

    private static final String XSD = "/pain.001.001.09.xsd";

    private final Schema schema;

    PaymentXsd() {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(PaymentXsd.class.getResource(XSD), XSD));
        } catch (SAXException e) {
            throw new IllegalStateException(XSD, e);
        }
    }

    /** What is wrong with a text; empty if it is valid. */
    Optional<String> fault(String xml) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
