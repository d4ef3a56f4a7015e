@NullMarked
package io.baytap.sandbox.bank;

import org.jspecify.annotations.NullMarked;
