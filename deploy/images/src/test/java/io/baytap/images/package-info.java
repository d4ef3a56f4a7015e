@org.jspecify.annotations.NullMarked
package io.baytap.images;
