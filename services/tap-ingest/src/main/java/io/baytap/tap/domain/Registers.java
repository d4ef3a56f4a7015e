package io.baytap.tap.domain;

/** The reference facts that taps are judged by: gates, routes and issuers by their ids, denials by rider id. */
public record Registers(
        Register<Gate> gates, Register<Route> routes, Register<Issuer> issuers, Register<Denial> denials) {}
