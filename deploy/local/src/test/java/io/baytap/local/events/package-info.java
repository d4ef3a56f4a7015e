@NullMarked
package io.baytap.local.events;

import org.jspecify.annotations.NullMarked;
