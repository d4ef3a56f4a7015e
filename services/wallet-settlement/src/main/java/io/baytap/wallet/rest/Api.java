package io.baytap.wallet.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What holds for the whole API. */
@OpenAPIDefinition(info = @Info(title = "Baytap wallet-settlement", version = "1"))
@SecurityScheme(
        securitySchemeName = Api.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "A token of the identity provider with the roles finance, operations, auditor or helper. Callbacks of"
                        + " providers carry a signature instead.")
public class Api extends Application {

    static final String BEARER = "bearer";
}
