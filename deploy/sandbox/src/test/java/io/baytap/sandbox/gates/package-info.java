@NullMarked
package io.baytap.sandbox.gates;

import org.jspecify.annotations.NullMarked;
