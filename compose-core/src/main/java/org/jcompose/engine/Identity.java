package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which engine this is.
 *
 * @param provider the name of its {@link EngineProvider}
 * @param product what it calls itself: {@code Docker Engine}, {@code Podman}
 * @param version its version
 * @param apiVersion the version of the API in use, or null where there is none
 * @param endpoint where it was reached
 */
public record Identity(
    String provider,
    String product,
    String version,
    @Nullable String apiVersion,
    String endpoint) {}
