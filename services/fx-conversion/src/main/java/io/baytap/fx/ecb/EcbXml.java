package io.baytap.fx.ecb;

import io.baytap.fx.domain.RateSheet.Fault;
import io.baytap.fx.domain.RateSheet.Reading;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The ECB's tables as XML (eurofxref-daily.xml, eurofxref-hist-90d.xml): {@code <Cube time="2026-04-09">} per day, and in
 * it {@code <Cube currency="USD" rate="1.1685"/>} per currency.
 */
final class EcbXml {

    private static final String CUBE = "Cube";

    private EcbXml() {}

    static Reading read(InputStream content, EcbDays days) {
        var factory = XMLInputFactory.newFactory();
        // A table of rates refers to nothing outside of it.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(CUBE)
                        && reader.getAttributeValue(null, "time") != null) {
                    Reading.Refused refused = day(reader, days);
                    if (refused != null) {
                        return refused;
                    }
                }
            }
            return days.reading();
        } catch (XMLStreamException e) {
            return new Reading.Refused(
                    Fault.NOT_TEXT, (long) e.getLocation().getLineNumber(), null, "not well-formed XML");
        }
    }

    private static Reading.@Nullable Refused day(XMLStreamReader reader, EcbDays days) throws XMLStreamException {
        long line = reader.getLocation().getLineNumber();
        String date = reader.getAttributeValue(null, "time");
        List<EcbDays.Price> prices = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            Reading.Refused refused = price(reader, codes, prices);
            if (refused != null) {
                return refused;
            }
        }
        for (String code : EcbDays.NEEDED) {
            if (!codes.contains(code)) {
                return EcbDays.refused(line, Fault.MISSING_COLUMN, code, "the currency is missing");
            }
        }
        return days.add(line, date, prices);
    }

    /** Reads a currency's element to its end. */
    private static Reading.@Nullable Refused price(
            XMLStreamReader reader, Set<String> codes, List<EcbDays.Price> prices) throws XMLStreamException {
        long line = reader.getLocation().getLineNumber();
        String code = reader.getAttributeValue(null, "currency");
        String rate = reader.getAttributeValue(null, "rate");
        if (!reader.getLocalName().equals(CUBE) || code == null || rate == null) {
            return EcbDays.refused(line, Fault.UNKNOWN_COLUMN, null, "not a Cube with a currency and a rate");
        }
        if (!codes.add(code)) {
            return EcbDays.refused(line, Fault.DUPLICATE_COLUMN, EcbDays.shown(code), "the currency stands twice");
        }
        try {
            prices.add(new EcbDays.Price(Currency.getInstance(code), rate));
        } catch (IllegalArgumentException e) {
            return EcbDays.refused(
                    line, Fault.UNKNOWN_COLUMN, EcbDays.shown(code), "not the ISO 4217 code of a currency");
        }
        if (reader.nextTag() != XMLStreamConstants.END_ELEMENT) {
            return EcbDays.refused(line, Fault.UNKNOWN_COLUMN, code, "something stands in a Cube of a currency");
        }
        return null;
    }
}
