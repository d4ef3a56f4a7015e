/** The reports over HTTP, as JSON and CSV. */
@NullMarked
package io.baytap.reporting.rest;

import org.jspecify.annotations.NullMarked;
