@NullMarked
package io.baytap.reporting.access;

import org.jspecify.annotations.NullMarked;
