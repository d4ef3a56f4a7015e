/** A development identity provider: OpenID Connect on loopback, for people who are invented. */
@NullMarked
package io.baytap.sandbox.identity;

import org.jspecify.annotations.NullMarked;
