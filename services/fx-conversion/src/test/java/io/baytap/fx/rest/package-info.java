@NullMarked
package io.baytap.fx.rest;

import org.jspecify.annotations.NullMarked;
