@NullMarked
package io.baytap.operations;

import org.jspecify.annotations.NullMarked;
