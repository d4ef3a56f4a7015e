@NullMarked
package io.baytap.fare.tariff;

import org.jspecify.annotations.NullMarked;
