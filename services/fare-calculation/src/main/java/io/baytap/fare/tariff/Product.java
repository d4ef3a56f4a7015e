package io.baytap.fare.tariff;

import io.baytap.schemas.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product of {@code fare_products.txt}, as the riders of the policy can buy it.
 *
 * @param fare negative only for transfers; null if those riders cannot buy it
 */
record Product(String id, @Nullable Money fare) {

    Product cheaper(Product other) {
        if (fare == null || other.fare == null) {
            return fare == null ? other : this;
        }
        return other.fare.compareTo(fare) < 0 ? other : this;
    }
}
