package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Terms in memory, for leaders whom a Lease elects. */
final class PaperTerms implements Terms {

    private final AtomicLong latest = new AtomicLong();

    @Override
    public Term begin(String holder) {
        return new Term(latest.incrementAndGet());
    }

    @Override
    public Optional<Term> claim(String holder, Duration lease) {
        throw new UnsupportedOperationException("a Lease elects");
    }

    @Override
    public boolean renew(Term term, Duration lease) {
        return term.number() == latest.get();
    }

    @Override
    public void release(Term term) {
        throw new UnsupportedOperationException("a Lease elects");
    }
}
