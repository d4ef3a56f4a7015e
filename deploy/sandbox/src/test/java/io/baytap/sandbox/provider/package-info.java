@NullMarked
package io.baytap.sandbox.provider;

import org.jspecify.annotations.NullMarked;
