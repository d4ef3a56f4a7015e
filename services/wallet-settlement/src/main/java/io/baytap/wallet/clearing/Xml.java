package io.baytap.wallet.clearing;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document of one namespace, element by element. */
final class Xml implements AutoCloseable {

    private final XMLStreamWriter writer;

    Xml(Writer text, String namespace) throws XMLStreamException {
        this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("Document");
        writer.writeDefaultNamespace(namespace);
    }

    void start(String element) throws XMLStreamException {
        writer.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        writer.writeEndElement();
    }

    void text(String element, String text) throws XMLStreamException {
        start(element);
        writer.writeCharacters(text);
        end();
    }

    void text(String element, String text, String attribute, String value) throws XMLStreamException {
        start(element);
        writer.writeAttribute(attribute, value);
        writer.writeCharacters(text);
        end();
    }

    @Override
    public void close() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
    }
}
