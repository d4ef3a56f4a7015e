/** Published files in, tables out; a file with a single wrong row is refused whole. */
@NullMarked
package io.baytap.tariffs.importer;

import org.jspecify.annotations.NullMarked;
