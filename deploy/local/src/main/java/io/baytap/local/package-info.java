/** The line on one machine: the stack, the sandbox and the five services, a day of travel through them, and its reconciliation. */
@NullMarked
package io.baytap.local;

import org.jspecify.annotations.NullMarked;
