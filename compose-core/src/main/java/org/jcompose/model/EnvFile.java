package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of variables for a service's containers (Compose Specification, "env_file").
 *
 * @param path absolute
 * @param required whether its absence is an error
 * @param format {@code raw}: lines of key=value, nothing else; null: with quotes and variables
 */
public record EnvFile(String path, boolean required, @Nullable String format) {}
