package io.baytap.fx.rest;

import io.baytap.fx.domain.RateSheet;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused.
 *
 * @param reason stable code
 * @param row line of the uploaded file, from 1
 * @param field the parameter or column at fault
 * @param detail for a person
 */
public record Refusal(
        String reason, @Nullable Long row, @Nullable String field, String detail) {

    static Refusal of(RateSheet.Reading.Refused refused) {
        return new Refusal(refused.fault().name(), refused.row(), refused.field(), refused.detail());
    }
}
