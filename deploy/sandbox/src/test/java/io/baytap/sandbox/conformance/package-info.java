@NullMarked
package io.baytap.sandbox.conformance;

import org.jspecify.annotations.NullMarked;
