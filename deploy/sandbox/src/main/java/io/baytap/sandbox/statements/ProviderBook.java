package io.baytap.sandbox.statements;

import java.util.List;

/** The book that one provider keeps for us. */
public interface ProviderBook {

    /** For whom it is kept. */
    Institution institution();

    /** What moved until now, in any order. A movement that was listed once does not change. */
    List<Movement> movements();
}
