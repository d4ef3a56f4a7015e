package io.baytap.sandbox.provider;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.wechat.pay.java.core.RSAConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.HttpResponse;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.MediaType;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A merchant that uses the provider's own library: it signs our requests and throws unless the answer's signature holds. */
final class Merchant {

    private final URI provider;
    private final HttpClient http;

    Merchant(URI provider, Path keys, Scheme scheme) throws IOException {
        this.provider = provider;
        Path folder = keys.resolve(scheme.folder());
        var serials = new Properties();
        serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
        var config = new RSAConfig.Builder()
                .merchantId(scheme.spMchid())
                .privateKeyFromPath(folder.resolve("merchant-key.pem").toString())
                .merchantSerialNumber(serials.getProperty("merchant-serial"))
                .wechatPayCertificatesFromPath(
                        folder.resolve("platform-cert.pem").toString())
                .build();
        http = new DefaultHttpClientBuilder()
                .config(config)
                .readTimeoutMs(2000)
                .disableRetryOnConnectionFailure()
                .build();
    }

    /** The body of a 200; any other status throws {@link ServiceException}. */
    JsonObject get(String path) {
        return exchange(HttpMethod.GET, path, null);
    }

    JsonObject post(String path, String body) {
        return exchange(HttpMethod.POST, path, body);
    }

    private JsonObject exchange(HttpMethod method, String path, @Nullable String body) {
        var headers = new HttpHeaders();
        headers.addHeader("Accept", MediaType.APPLICATION_JSON.getValue());
        headers.addHeader("Content-Type", MediaType.APPLICATION_JSON.getValue());
        var request = new HttpRequest.Builder()
                .httpMethod(method)
                .url(provider + path)
                .headers(headers);
        if (body != null) {
            request.body(new JsonRequestBody.Builder().body(body).build());
        }
        HttpResponse<JsonObject> answer = http.execute(request.build(), JsonObject.class);
        return answer.getServiceResponse();
    }

    static String debit(String outTradeNo, String contractId, long total, String currency, String notifyUrl) {
        return """
                {"sub_mchid":"1230000109","description":"MTR journey","notify_url":"%s","out_trade_no":"%s",
                 "merchant_category_code":"4111","contract_id":"%s","amount":{"total":%d,"currency":"%s"}}""".formatted(notifyUrl, outTradeNo, contractId, total, currency);
    }

    static String refund(String outRefundNo, String outTradeNo, long refund, long total, String currency) {
        return """
                {"sp_mchid":"1900000100","sub_mchid":"1230000109","out_trade_no":"%s","out_refund_no":"%s",
                 "amount":{"refund":%d,"total":%d,"currency":"%s"}}""".formatted(outTradeNo, outRefundNo, refund, total, currency);
    }

    /** The provider's code in a refusal. */
    static String code(ServiceException refusal) {
        return JsonParser.parseString(refusal.getResponseBody())
                .getAsJsonObject()
                .get("code")
                .getAsString();
    }
}
