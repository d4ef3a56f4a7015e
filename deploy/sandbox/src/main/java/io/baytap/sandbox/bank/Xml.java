package io.baytap.sandbox.bank;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document of one namespace. An element's content is written by what is given with it, so every element ends. */
final class Xml {

    /** Writes what is inside an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** Writes into a document. */
    interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    static String document(String namespace, Body body) {
        try {
            var xml = new Xml();
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement("Document");
            xml.writer.writeDefaultNamespace(namespace);
            body.write(xml);
            xml.writer.writeEndDocument();
            xml.writer.close();
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text is always writable", e);
        }
    }

    void in(String element, Content content) throws XMLStreamException {
        writer.writeStartElement(element);
        content.write();
        writer.writeEndElement();
    }

    /** A text within elements that have nothing else in them. */
    void text(String value, String... path) throws XMLStreamException {
        for (String element : path) {
            writer.writeStartElement(element);
        }
        writer.writeCharacters(value);
        for (String _ : path) {
            writer.writeEndElement();
        }
    }

    void amount(String element, String value, String currency) throws XMLStreamException {
        writer.writeStartElement(element);
        writer.writeAttribute("Ccy", currency);
        writer.writeCharacters(value);
        writer.writeEndElement();
    }
}
