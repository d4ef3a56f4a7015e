@NullMarked
package io.baytap.local.privacy;

import org.jspecify.annotations.NullMarked;
