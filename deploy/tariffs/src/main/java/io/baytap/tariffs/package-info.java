/** The command line: import what operators publish, build the feeds. */
@NullMarked
package io.baytap.tariffs;

import org.jspecify.annotations.NullMarked;
