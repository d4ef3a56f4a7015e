@NullMarked
package io.baytap.sandbox.day;

import org.jspecify.annotations.NullMarked;
