package io.baytap.reporting.page;

import io.netty.handler.codec.http.QueryStringEncoder;
import java.util.Map;

/**
 * A link of a row of them.
 *
 * @param current whether it leads to where one is
 */
public record Link(String label, String href, boolean current) {

    /** A path with its parameters, in their order. */
    static String href(String path, Map<String, String> parameters) {
        var query = new QueryStringEncoder(path);
        parameters.forEach(query::addParam);
        return query.toString();
    }
}
