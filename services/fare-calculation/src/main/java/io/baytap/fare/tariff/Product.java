package io.baytap.fare.tariff;

import io.baytap.schemas.Money;

/** A row of {@code fare_products.txt}. */
record Product(String id, Money fare) {}
