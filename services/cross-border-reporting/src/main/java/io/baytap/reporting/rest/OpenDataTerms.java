package io.baytap.reporting.rest;

import java.net.URI;

/** Under which terms the open data can be used. */
public record OpenDataTerms(URI licence) {}
