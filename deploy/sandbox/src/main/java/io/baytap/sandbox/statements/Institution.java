package io.baytap.sandbox.statements;

/**
 * Us, as one wallet provider knows us.
 *
 * @param name of the provider, as our bank shows it: {@code weixin-pay}
 * @param spMchid our number at the provider
 * @param appid our application there
 * @param currency ISO 4217 code of its wallets, in which it settles, too
 */
public record Institution(String name, String spMchid, String appid, String currency) {

    /** Whose wallets they are, in the provider's words. */
    String walletRegion() {
        return currency.equals("HKD") ? "CHINA_HONGKONG" : "CHINA_MAINLAND";
    }
}
