package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * The credentials of a managed service account (Compose Specification, "credential_spec"): one of
 * the three.
 *
 * @param config the key of a top-level config
 * @param file relative to the engine's folder for them
 * @param registry a value in the registry of the engine's host
 */
public record CredentialSpec(
    @Nullable String config, @Nullable String file, @Nullable String registry) {}
