package io.baytap.reporting.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource. Nobody may call one that does not say; everybody, without a token, may call one that says {@code {}}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Admits {
    /** Any of these; on a method, instead of what its class says. */
    Role[] value();
}
