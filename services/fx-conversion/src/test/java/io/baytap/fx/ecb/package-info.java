@NullMarked
package io.baytap.fx.ecb;

import org.jspecify.annotations.NullMarked;
