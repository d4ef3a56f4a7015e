@NullMarked
package io.baytap.fx.messaging;

import org.jspecify.annotations.NullMarked;
