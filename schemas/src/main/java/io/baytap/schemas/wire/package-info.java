/**
 * How an event becomes the bytes of a record and back: a zero byte, the content id of the writer's schema in four bytes, Avro binary; what the
 * registry's own serializers write. Here, and not in those serializers, because a consumer must tell a record that nobody can read, which it
 * parks, from a registry that is away, which it waits for.
 */
@NullMarked
package io.baytap.schemas.wire;

import org.jspecify.annotations.NullMarked;
