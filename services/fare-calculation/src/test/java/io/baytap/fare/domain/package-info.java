@NullMarked
package io.baytap.fare.domain;

import org.jspecify.annotations.NullMarked;
