@NullMarked
package io.baytap.sandbox.statements;

import org.jspecify.annotations.NullMarked;
