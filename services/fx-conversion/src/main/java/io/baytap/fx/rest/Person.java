package io.baytap.fx.rest;

/** Who asks. The name stands in the record of what was done. */
record Person(String name) {}
