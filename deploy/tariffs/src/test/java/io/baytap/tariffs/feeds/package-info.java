@NullMarked
package io.baytap.tariffs.feeds;

import org.jspecify.annotations.NullMarked;
