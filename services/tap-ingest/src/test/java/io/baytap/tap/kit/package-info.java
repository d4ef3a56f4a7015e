/** What gates, issuers and operators do, for tests. */
@NullMarked
package io.baytap.tap.kit;

import org.jspecify.annotations.NullMarked;
