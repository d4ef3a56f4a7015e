/** Who may see what: the roles in the tokens of the identity provider, and what the resources admit. */
@NullMarked
package io.baytap.reporting.access;

import org.jspecify.annotations.NullMarked;
