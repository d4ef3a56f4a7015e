/** Makes the read models anew from the topics. */
@NullMarked
package io.baytap.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
