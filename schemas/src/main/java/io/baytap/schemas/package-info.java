/** The contract between the services: the topics, and money. The events themselves are generated from the Avro schemas. */
@NullMarked
package io.baytap.schemas;

import org.jspecify.annotations.NullMarked;
