package io.baytap.wallet.provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

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
 * @param metros operators by rail, for the ride service; all others are buses to it
 * @param appId our application in the ride service; empty: debits are asked for by papay
 * @param notifyUrl where this provider sends notifications
 * @param merchantCategoryCode what is sold
 * @param answerMax an answer that takes longer is unknown
 * @param certificatePause between two looks at the list of certificates for serial numbers that are not known
 * @param questionsMax most questions at a time
 */
public record ProviderAccess(
        URI url,
        String spMchid,
        String merchantSerial,
        Path merchantKey,
        Path platformCertificate,
        String apiV3Key,
        Map<String, String> subMchids,
        Set<String> metros,
        String appId,
        URI notifyUrl,
        String merchantCategoryCode,
        Duration answerMax,
        Duration certificatePause,
        int questionsMax) {}
