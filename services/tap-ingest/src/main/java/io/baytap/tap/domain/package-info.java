/** What a tap is and what becomes of it. Plain Java: no HTTP, Kafka or clock in here; time and registers are parameters. */
@NullMarked
package io.baytap.tap.domain;

import org.jspecify.annotations.NullMarked;
