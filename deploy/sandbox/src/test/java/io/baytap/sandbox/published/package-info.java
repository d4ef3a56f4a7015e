@NullMarked
package io.baytap.sandbox.published;

import org.jspecify.annotations.NullMarked;
