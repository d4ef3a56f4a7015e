@NullMarked
package io.baytap.sandbox;

import org.jspecify.annotations.NullMarked;
