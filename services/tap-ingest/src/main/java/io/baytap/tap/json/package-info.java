/** The JSON form of taps and of what is answered to them, for every door that speaks JSON. */
@NullMarked
package io.baytap.tap.json;

import org.jspecify.annotations.NullMarked;
