package io.baytap.sandbox.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/** What statements and notifications of ISO 20022 have in common: they share these components, version 08. */
final class Camt {

    /** XSDs allow 35 characters for ids, and an account's number has dashes. */
    private static final int TAIL = 6;

    private Camt() {}

    /** {@code STMT-808100001344-20260410}. */
    static String id(String kind, AccountDay day) {
        return kind + "-" + day.account().id().replace("-", "") + "-"
                + day.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static void header(Xml xml, String id, LocalDate day) throws XMLStreamException {
        xml.in("GrpHdr", () -> {
            xml.text(id, "MsgId");
            xml.text(endOf(day), "CreDtTm");
        });
    }

    static void account(Xml xml, BankAccount account) throws XMLStreamException {
        xml.in("Acct", () -> {
            xml.text(account.id(), "Id", "Othr", "Id");
            xml.text(account.currency(), "Ccy");
            xml.text(BankAccount.BIC, "Svcr", "FinInstnId", "BICFI");
        });
    }

    static void entry(Xml xml, Entry entry) throws XMLStreamException {
        String amount = decimal(Math.abs(entry.minor()));
        String currency = entry.account().currency();
        String direction = direction(entry.minor());
        xml.in("Ntry", () -> {
            xml.text(entry.reference().substring(entry.reference().length() - TAIL), "NtryRef");
            xml.amount("Amt", amount, currency);
            xml.text(direction, "CdtDbtInd");
            xml.text("BOOK", "Sts", "Cd");
            xml.text(entry.day().toString(), "BookgDt", "Dt");
            xml.text(entry.day().toString(), "ValDt", "Dt");
            xml.text(entry.reference(), "AcctSvcrRef");
            code(xml, entry);
            xml.in(
                    "NtryDtls",
                    () -> xml.in("TxDtls", () -> {
                        references(xml, entry);
                        xml.amount("Amt", amount, currency);
                        xml.text(direction, "CdtDbtInd");
                        if (!entry.cause().counterparty().isEmpty()) {
                            String role = entry.isCredit() ? "Dbtr" : "Cdtr";
                            xml.text(entry.cause().counterparty(), "RltdPties", role, "Pty", "Nm");
                        }
                        if (!entry.cause().remittance().isEmpty()) {
                            xml.text(entry.cause().remittance(), "RmtInf", "Ustrd");
                        }
                    }));
        });
    }

    static void balance(Xml xml, String code, long minor, AccountDay day) throws XMLStreamException {
        xml.in("Bal", () -> {
            xml.text(code, "Tp", "CdOrPrtry", "Cd");
            xml.amount("Amt", decimal(Math.abs(minor)), day.account().currency());
            xml.text(direction(minor), "CdtDbtInd");
            xml.text(day.day().toString(), "Dt", "Dt");
        });
    }

    /** The bank says everything at the end of its day. */
    static String endOf(LocalDate day) {
        return time(day, LocalTime.of(23, 59, 59));
    }

    static String startOf(LocalDate day) {
        return time(day, LocalTime.MIDNIGHT);
    }

    private static String time(LocalDate day, LocalTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(time).atOffset(ZoneOffset.ofHours(8)));
    }

    private static void references(Xml xml, Entry entry) throws XMLStreamException {
        xml.in("Refs", () -> {
            if (!entry.cause().messageId().isEmpty()) {
                xml.text(entry.cause().messageId(), "MsgId");
            }
            xml.text(entry.reference(), "AcctSvcrRef");
            if (!entry.cause().partId().isEmpty()) {
                xml.text(entry.cause().partId(), "PmtInfId");
            }
            xml.text(entry.cause().endToEndId(), "EndToEndId");
        });
    }

    /** Issued and received credit transfers, domestic; what a provider collects is a direct debit; a deal is a spot exchange. */
    private static void code(Xml xml, Entry entry) throws XMLStreamException {
        switch (entry.cause().kind()) {
            case PAYMENT -> code(xml, "PMNT", "ICDT", "DMCT");
            case PAYOUT -> {
                if (entry.isCredit()) {
                    code(xml, "PMNT", "RCDT", "DMCT");
                } else {
                    code(xml, "PMNT", "RDDT", "PMDD");
                }
            }
            case EXCHANGE -> code(xml, "FORX", "SPOT", "OTHR");
        }
    }

    private static void code(Xml xml, String domain, String family, String subFamily) throws XMLStreamException {
        xml.in(
                "BkTxCd",
                () -> xml.in("Domn", () -> {
                    xml.text(domain, "Cd");
                    xml.in("Fmly", () -> {
                        xml.text(family, "Cd");
                        xml.text(subFamily, "SubFmlyCd");
                    });
                }));
    }

    private static String direction(long minor) {
        return minor < 0 ? "DBIT" : "CRDT";
    }

    private static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
