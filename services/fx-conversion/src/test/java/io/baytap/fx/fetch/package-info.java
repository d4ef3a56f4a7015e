@NullMarked
package io.baytap.fx.fetch;

import org.jspecify.annotations.NullMarked;
