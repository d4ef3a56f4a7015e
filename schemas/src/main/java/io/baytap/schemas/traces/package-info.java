/**
 * How a tap is followed through the line with OpenTelemetry: W3C trace context in the record header {@code traceparent}. Here, and not in each
 * service, so that all of them name spans alike and none says who travelled.
 */
@NullMarked
package io.baytap.schemas.traces;

import org.jspecify.annotations.NullMarked;
