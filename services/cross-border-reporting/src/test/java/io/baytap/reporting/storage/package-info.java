@NullMarked
package io.baytap.reporting.storage;

import org.jspecify.annotations.NullMarked;
