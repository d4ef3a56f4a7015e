package io.baytap.wallet.provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach and convince one provider.
 *
 * @param url scheme, host and port
 * @param spMchid our number as an institution
 * @param merchantSerial serial number of our certificate
 * @param merchantKey our private key, a PEM file
 * @param platformCertificate the provider's certificate, a PEM file
 * @param apiV3Key 32 characters that decrypt notifications
 * @param subMchids the operators' numbers, by operator id
 * @param notifyUrl where this provider sends notifications
 * @param merchantCategoryCode what is sold
 * @param answerMax an answer that takes longer is unknown
 * @param connectionsMax most questions at a time
 */
public record ProviderAccess(
        URI url,
        String spMchid,
        String merchantSerial,
        Path merchantKey,
        Path platformCertificate,
        String apiV3Key,
        Map<String, String> subMchids,
        URI notifyUrl,
        String merchantCategoryCode,
        Duration answerMax,
        int connectionsMax) {}
