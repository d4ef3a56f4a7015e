package io.baytap.reporting.page;

import java.util.List;

/** A row of a table: what it is about, then its figures. */
public record Row(List<String> heads, List<Figure> figures) {}
