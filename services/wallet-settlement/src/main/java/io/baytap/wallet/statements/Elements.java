package io.baytap.wallet.statements;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads documents of a bank by the names of their elements. */
final class Elements {

    private Elements() {}

    /** The root of a document; no document types, nothing from elsewhere. */
    static Element root(String xml) throws FaultyStatementException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new FaultyStatementException("not XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has this parser", e);
        }
    }

    /** The elements that a path of names leads to, in the order of the document. */
    static List<Element> all(Element from, String... path) {
        List<Element> found = List.of(from);
        for (String name : path) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element inner && inner.getLocalName().equals(name)) {
                        next.add(inner);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The one element that a path leads to. */
    static Element one(Element from, String... path) throws FaultyStatementException {
        List<Element> found = all(from, path);
        if (found.size() != 1) {
            throw new FaultyStatementException(
                    "%s has %d %s, not one".formatted(from.getLocalName(), found.size(), String.join("/", path)));
        }
        return found.getFirst();
    }

    /** The text that a path leads to; empty if it leads nowhere. */
    static String text(Element from, String... path) {
        return all(from, path).stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }
}
