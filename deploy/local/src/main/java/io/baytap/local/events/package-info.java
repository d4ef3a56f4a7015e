/** What stands on the topics, read by nobody's code but this module's. */
@NullMarked
package io.baytap.local.events;

import org.jspecify.annotations.NullMarked;
