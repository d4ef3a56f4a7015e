package io.baytap.sandbox.provider;

import java.util.List;
import java.util.Optional;

/** Both providers. */
record Providers(Provider weixinPay, Provider wechatPayHk) {

    static Providers open(ProviderConfig config) {
        return new Providers(Provider.open(Scheme.WEIXIN_PAY, config), Provider.open(Scheme.WECHAT_PAY_HK, config));
    }

    Provider of(Scheme scheme) {
        return switch (scheme) {
            case WEIXIN_PAY -> weixinPay;
            case WECHAT_PAY_HK -> wechatPayHk;
        };
    }

    /** By the institution number in a request's signature. */
    Optional<Provider> bySpMchid(String spMchid) {
        return all().stream()
                .filter(provider -> provider.scheme().spMchid().equals(spMchid))
                .findFirst();
    }

    List<Provider> all() {
        return List.of(weixinPay, wechatPayHk);
    }
}
