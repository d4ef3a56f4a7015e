package io.baytap.wallet.clearing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Batch;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Closed batches for spreadsheets: amounts in whole minor units, as everywhere. */
final class BatchCsv {

    private BatchCsv() {}

    /** RFC 4180, with a header. */
    static String of(List<Batch> batches) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "batch_id",
                    "operator_id",
                    "business_day",
                    "value_date",
                    "currency",
                    "fare_count",
                    "gross_minor",
                    "taken_back_minor",
                    "net_minor",
                    "closed_at");
            batches.forEach(batch -> csv.writeRecord(
                    batch.id(),
                    batch.operatorId(),
                    batch.businessDay().toString(),
                    batch.valueDate().toString(),
                    batch.amount().currency().getCurrencyCode(),
                    Long.toString(batch.fareCount()),
                    minor(batch.position().gross()),
                    minor(batch.position().takenBack()),
                    minor(batch.amount()),
                    batch.closedAt().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("text is always writable", e);
        }
        return text.toString();
    }

    private static String minor(Money amount) {
        return Long.toString(amount.minor());
    }
}
