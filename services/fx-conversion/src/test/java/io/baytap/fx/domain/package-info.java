@NullMarked
package io.baytap.fx.domain;

import org.jspecify.annotations.NullMarked;
