@NullMarked
package io.baytap.sandbox.reference;

import org.jspecify.annotations.NullMarked;
