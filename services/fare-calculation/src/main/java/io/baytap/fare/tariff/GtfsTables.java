package io.baytap.fare.tariff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onebusaway.csv_entities.exceptions.CsvEntityException;
import org.onebusaway.csv_entities.exceptions.CsvEntityIOException;
import org.onebusaway.csv_entities.exceptions.MissingRequiredEntityException;
import org.onebusaway.csv_entities.schema.annotations.CsvFields;
import org.onebusaway.gtfs.impl.GtfsDaoImpl;
import org.onebusaway.gtfs.model.Agency;
import org.onebusaway.gtfs.model.Area;
import org.onebusaway.gtfs.model.FareLegRule;
import org.onebusaway.gtfs.model.FeedInfo;
import org.onebusaway.gtfs.model.Network;
import org.onebusaway.gtfs.model.Route;
import org.onebusaway.gtfs.model.RouteNetworkAssignment;
import org.onebusaway.gtfs.model.ServiceCalendar;
import org.onebusaway.gtfs.model.ServiceCalendarDate;
import org.onebusaway.gtfs.model.Stop;
import org.onebusaway.gtfs.model.StopAreaElement;
import org.onebusaway.gtfs.model.Timeframe;
import org.onebusaway.gtfs.serialization.GtfsReader;

/** The tables of a feed that decide fares, read by onebusaway-gtfs, each entity with its row. */
final class GtfsTables {

    /** In the order of their references: an entity comes after those it names. */
    private static final List<Class<?>> ENTITIES = List.of(
            Agency.class,
            FeedInfo.class,
            Route.class,
            Stop.class,
            Network.class,
            RouteNetworkAssignment.class,
            Area.class,
            StopAreaElement.class,
            ServiceCalendar.class,
            ServiceCalendarDate.class,
            Timeframe.class,
            FareLegRule.class);

    private final Map<Class<?>, List<Row<?>>> rows = new HashMap<>();

    private GtfsTables() {
        ENTITIES.forEach(entity -> rows.put(entity, new ArrayList<>()));
    }

    /** @throws IOException if the zip cannot be read; a table that cannot be understood is a refusal */
    static GtfsTables read(Path zip, String operatorId) throws IOException, TariffRefusedException {
        var tables = new GtfsTables();
        var reader = new GtfsReader();
        reader.setInputLocation(zip.toFile());
        reader.setDefaultAgencyId(operatorId);
        reader.setEntityClasses(ENTITIES);
        reader.setEntityStore(new Referable());
        reader.addEntityHandler(tables::keep);
        try {
            reader.run();
        } catch (CsvEntityIOException e) {
            throw new TariffRefusedException(fileName(e.getPath()), e.getLineNumber(), describe(e));
        } catch (MissingRequiredEntityException e) {
            throw new TariffRefusedException(e.getFileName(), null, "the feed lacks this file");
        } catch (CsvEntityException e) {
            throw new TariffRefusedException(file(e.getEntityType()), null, describe(e));
        } finally {
            reader.close();
        }
        return tables;
    }

    <T> List<Row<T>> rows(Class<T> entity) {
        List<Row<T>> typed = new ArrayList<>();
        for (Row<?> row : rows.getOrDefault(entity, List.of())) {
            typed.add(new Row<>(row.line(), entity.cast(row.value())));
        }
        return typed;
    }

    private void keep(Object entity) {
        List<Row<?>> table = rows.get(entity.getClass());
        if (table != null) {
            table.add(new Row<>(table.size() + 2, entity));
        }
    }

    /** What other tables name: there are far more fares than all the rest, and nothing names one. */
    private static final class Referable extends GtfsDaoImpl {

        @Override
        public void saveEntity(Object entity) {
            if (!(entity instanceof FareLegRule || entity instanceof StopAreaElement)) {
                super.saveEntity(entity);
            }
        }
    }

    private static String file(Class<?> entity) {
        CsvFields fields = entity.getAnnotation(CsvFields.class);
        return fields == null ? entity.getSimpleName() : fields.filename();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String describe(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
