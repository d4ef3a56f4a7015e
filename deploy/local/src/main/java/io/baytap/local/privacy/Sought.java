package io.baytap.local.privacy;

import java.util.function.Predicate;

/**
 * What is searched for.
 *
 * @param what as {@code an account}
 * @param search finds any of them
 * @param belongs places where it may stand
 */
public record Sought(String what, AccountSearch search, Predicate<String> belongs) {}
