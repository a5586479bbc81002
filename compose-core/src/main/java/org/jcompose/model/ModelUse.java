package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * How a service gets to know a model (Compose Specification, service {@code models}).
 *
 * @param endpointVariable the variable that holds the model's address; null: the usual name
 * @param modelVariable the variable that holds the model's name; null: the usual name
 * @param bare whether the file names the model and says nothing more
 */
public record ModelUse(
    @Nullable String endpointVariable, @Nullable String modelVariable, boolean bare) {}
