@NullMarked
package io.baytap.wallet.rest;

import org.jspecify.annotations.NullMarked;
