@NullMarked
package io.baytap.tariffs.importer;

import org.jspecify.annotations.NullMarked;
