@NullMarked
package io.baytap.fare.messaging;

import org.jspecify.annotations.NullMarked;
