/** What a wallet provider tells of its books: statements per day, settlement batches, and the errors that are planted into them. */
@NullMarked
package io.baytap.sandbox.statements;

import org.jspecify.annotations.NullMarked;
