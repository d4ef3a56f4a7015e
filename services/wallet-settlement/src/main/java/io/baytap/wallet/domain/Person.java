package io.baytap.wallet.domain;

import java.util.Set;

/**
 * Who asks for something to be done.
 *
 * @param name for people to read; may change
 * @param subject what the identity provider knows them by; two requests are of one person if this is equal
 * @param roles as the token has them
 */
public record Person(String name, String subject, Set<String> roles) {}
