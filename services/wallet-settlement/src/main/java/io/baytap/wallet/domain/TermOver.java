package io.baytap.wallet.domain;

/** Another replica leads by now: nothing was done. */
public final class TermOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TermOver(Term term) {
        super("the term " + term.number() + " is over");
    }
}
