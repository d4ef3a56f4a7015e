package io.baytap.sandbox.bank;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** Reads a value out of a document whose elements are named without their namespace. */
final class XmlPath {

    private XmlPath() {}

    static String value(String xml, String path) throws Exception {
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }
}
