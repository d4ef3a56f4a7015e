/** What a request may ask for. */
@NullMarked
package io.baytap.reporting.rest;

import org.jspecify.annotations.NullMarked;
