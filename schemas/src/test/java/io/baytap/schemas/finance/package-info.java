/** What finance is given to read: made from the schemas, so that it cannot drift from them. */
@NullMarked
package io.baytap.schemas.finance;

import org.jspecify.annotations.NullMarked;
