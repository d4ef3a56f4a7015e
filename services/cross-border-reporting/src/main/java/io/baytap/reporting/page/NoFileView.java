package io.baytap.reporting.page;

/** That a file cannot be had, and why, in the visitor's language. */
public record NoFileView(String file, String why) {}
