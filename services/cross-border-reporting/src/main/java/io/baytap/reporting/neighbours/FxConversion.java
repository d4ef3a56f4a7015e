package io.baytap.reporting.neighbours;

import static io.baytap.reporting.neighbours.Shape.optionalText;
import static io.baytap.reporting.neighbours.Shape.present;
import static io.baytap.reporting.neighbours.Shape.text;

import io.baytap.schemas.Money;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks fx-conversion for rates, what is open between currencies, and what a fare comes to. Times are RFC 3339. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface FxConversion {

    /** {@link Board}. */
    @GET
    @Path("/board")
    Uni<RestResponse<byte[]>> board(@QueryParam("at") String at);

    /** {@link Conversion}; 404 if no usable rate is known for that time. */
    @GET
    @Path("/board/conversions")
    Uni<RestResponse<byte[]>> conversion(
            @QueryParam("amountMinor") long amountMinor,
            @QueryParam("currency") String currency,
            @QueryParam("wallet") String wallet,
            @QueryParam("at") String at);

    /** Each {@link Exposure}. */
    @GET
    @Path("/exposures")
    Uni<RestResponse<byte[]>> exposures(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** Each {@link Deal} with such a value date, both days included. */
    @GET
    @Path("/deals")
    Uni<RestResponse<byte[]>> deals(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** The board of rates. */
    record Board(Instant at, List<Quotation> rows) {
        public Board {
            present(at);
            rows = Shape.rows(rows);
        }
    }

    /** A pair: units of {@code quote} for one {@code base}, six decimals; without prices if no usable rate is known. */
    record Quotation(
            Currency base,
            Currency quote,
            @Nullable BigDecimal buy,
            @Nullable BigDecimal mid,
            @Nullable BigDecimal sell,
            @Nullable Instant inForceFrom,
            @Nullable String source) {

        private static final int DECIMALS = 6;

        public Quotation {
            present(base);
            present(quote);
            if (mid != null) {
                millionths(buy);
                millionths(mid);
                millionths(sell);
            }
            optionalText(source);
        }

        public String pair() {
            return base.getCurrencyCode() + "/" + quote.getCurrencyCode();
        }

        /** A price in millionths; no board has more decimals. */
        public static long millionths(@Nullable BigDecimal price) {
            return present(price).movePointRight(DECIMALS).longValueExact();
        }
    }

    /**
     * What a fare would come to in a wallet; {@code midMinor} and {@code spreadMinor} add up to {@code walletMinor}.
     *
     * @param rate units of the wallet's currency for one of the fare's
     * @param policy {@code AT_TAP}, {@code AT_DEBIT}, {@code LOCKED:30} days, {@code BY_PROVIDER:50} basis points
     * @param inForceFrom null if nothing is converted, or at a parity
     * @param source null if nothing is converted
     */
    record Conversion(
            long walletMinor,
            Currency walletCurrency,
            long midMinor,
            long spreadMinor,
            BigDecimal rate,
            int spreadBasisPoints,
            String policy,
            @Nullable Instant inForceFrom,
            @Nullable String source) {
        public Conversion {
            present(walletCurrency);
            present(rate);
            if (!text(policy).matches("AT_TAP|AT_DEBIT|(LOCKED|BY_PROVIDER):\\d{1,4}")) {
                throw new IllegalArgumentException("another policy");
            }
            optionalText(source);
            if (Math.addExact(midMinor, spreadMinor) != walletMinor) {
                throw new IllegalArgumentException("mid and spread do not add up");
            }
        }

        public Money wallet() {
            return new Money(walletMinor, walletCurrency);
        }
    }

    /** What is open in a currency for a value date: held where positive, owed where negative; no limit if null. */
    record Exposure(
            LocalDate valueDate,
            Currency currency,
            long openMinor,
            @Nullable Long limitMinor,
            boolean alarm) {
        public Exposure {
            present(valueDate);
            present(currency);
        }

        public Money open() {
            return new Money(openMinor, currency);
        }

        public Optional<Money> limit() {
            return Optional.ofNullable(limitMinor).map(minor -> new Money(minor, currency));
        }
    }

    /** A deal: the base bought where positive, the quote got where positive, and the profit in the quote. */
    record Deal(
            String id,
            Instant struckAt,
            LocalDate valueDate,
            Currency base,
            Currency quote,
            BigDecimal rate,
            long baseMinor,
            long quoteMinor,
            long realisedMinor,
            long conversions) {
        public Deal {
            text(id);
            present(struckAt);
            present(valueDate);
            present(base);
            present(quote);
            present(rate);
        }

        public Money bought() {
            return new Money(baseMinor, base);
        }

        public Money got() {
            return new Money(quoteMinor, quote);
        }

        public Money realised() {
            return new Money(realisedMinor, quote);
        }
    }
}
