/** Wallet providers over HTTP, in the protocol of WeChat Pay v3, and the workers that ask them. */
@NullMarked
package io.baytap.wallet.provider;

import org.jspecify.annotations.NullMarked;
