package io.baytap.sandbox.provider;

/**
 * What a debit asks for. Two requests with the same number are the same debit only if all of this is equal.
 *
 * @param merchantCategoryCode what is sold; the ride service calls it the scene
 * @param total minor units of {@code currency}, positive
 */
record Order(
        String outTradeNo,
        String subMchid,
        String contractId,
        long total,
        String currency,
        String description,
        String merchantCategoryCode,
        String attach) {}
