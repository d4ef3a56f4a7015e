@NullMarked
package io.baytap.sandbox.identity;

import org.jspecify.annotations.NullMarked;
