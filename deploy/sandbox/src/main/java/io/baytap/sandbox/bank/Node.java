package io.baytap.sandbox.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** An element of a valid document, whose children are found by local name. */
record Node(Element element) {

    /** The first child of that name, of the first child of the name before it, and so on. */
    Node one(String... path) {
        return find(path)
                .orElseThrow(() -> new UnsupportedOperationException(
                        element.getLocalName() + " has no " + String.join("/", path) + ", which this bank needs"));
    }

    /** Its text; empty if it is not there. */
    String text(String... path) {
        return find(path).map(node -> node.element.getTextContent().strip()).orElse("");
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    List<Node> all(String name) {
        List<Node> found = new ArrayList<>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e && name.equals(e.getLocalName())) {
                found.add(new Node(e));
            }
        }
        return found;
    }

    private Optional<Node> find(String... path) {
        Optional<Node> node = Optional.of(this);
        for (String name : path) {
            node = node.flatMap(parent -> parent.all(name).stream().findFirst());
        }
        return node;
    }
}
