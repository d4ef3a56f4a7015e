package io.baytap.wallet.provider;

import io.baytap.schemas.traces.TapTraces;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import io.opentelemetry.api.trace.Span;
import java.util.function.Supplier;

/** One provider, each question to it a span where the charge is traced. The provider is not told of the trace. */
public final class TracedProvider implements Provider {

    private final Provider provider;
    private final TapTraces traces;

    public TracedProvider(Provider provider, TapTraces traces) {
        this.provider = provider;
        this.traces = traces;
    }

    @Override
    public ProviderAnswer debit(Charge charge, String contractId) {
        return ask("debit", charge.facts(), () -> provider.debit(charge, contractId));
    }

    @Override
    public ProviderAnswer query(Charge charge) {
        return ask("query debit", charge.facts(), () -> provider.query(charge));
    }

    @Override
    public ProviderAnswer giveBack(Refund refund) {
        return ask("give back", refund.charge(), () -> provider.giveBack(refund));
    }

    @Override
    public ProviderAnswer query(Refund refund) {
        return ask("query refund", refund.charge(), () -> provider.query(refund));
    }

    private ProviderAnswer ask(String what, ChargeFacts charge, Supplier<ProviderAnswer> question) {
        Span span = traces.ask(what + " " + charge.scheme().key(), charge.traceparent());
        try {
            ProviderAnswer answer = question.get();
            span.setAttribute(TapTraces.CHARGE, charge.chargeId());
            span.setAttribute(TapTraces.OUTCOME, outcome(answer));
            return answer;
        } finally {
            span.end();
        }
    }

    private static String outcome(ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Declined declined -> declined.reason();
            case ProviderAnswer.Undecided undecided -> undecided.reason();
            case ProviderAnswer.Debited _ -> "DEBITED";
            case ProviderAnswer.GivenBack _ -> "GIVEN_BACK";
            case ProviderAnswer.Accepted _ -> "ACCEPTED";
            case ProviderAnswer.NotFound _ -> "NOT_FOUND";
        };
    }
}
