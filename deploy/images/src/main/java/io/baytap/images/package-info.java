/** Makes OCI images of the five services, and what they need around them, without a daemon. */
@org.jspecify.annotations.NullMarked
package io.baytap.images;
