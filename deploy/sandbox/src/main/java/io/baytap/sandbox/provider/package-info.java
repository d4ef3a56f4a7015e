/** A wallet provider that speaks WeChat Pay v3 (global) over HTTP, signatures and callbacks included. */
@NullMarked
package io.baytap.sandbox.provider;

import org.jspecify.annotations.NullMarked;
