/** What Helm makes of the chart, for its own tests and for those that run what it makes. */
@NullMarked
package io.baytap.helm;

import org.jspecify.annotations.NullMarked;
