package io.baytap.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentXsdTest {

    @Test
    void whatIsNotAPaymentFileIsNamed() {
        String empty =
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>";

        assertThat(new PaymentXsd().fault(empty))
                .hasValueSatisfying(fault -> assertThat(fault).contains("GrpHdr"));
        assertThat(new PaymentXsd().fault("no XML")).isPresent();
    }
}
