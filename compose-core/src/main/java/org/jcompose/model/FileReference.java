package org.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * A config or secret as a file in a service's containers (Compose Specification, service {@code
 * configs} and {@code secrets}).
 *
 * @param source the key of the top-level config or secret
 * @param target a path in the container, or a name within its usual folder; null: the source
 * @param uid the owner's number or name; null: the container's root
 * @param gid the group's number or name; null: the container's root
 * @param mode the Unix mode; null: the engine's default
 */
public record FileReference(
    String source,
    @Nullable String target,
    @Nullable String uid,
    @Nullable String gid,
    @Nullable Integer mode) {}
