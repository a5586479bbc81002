package org.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a project that an engine refuses or leaves out.
 *
 * @param path the attribute's path in the project, such as {@code services.web.gpus}
 * @param refused true: the project cannot run as it stands; false: it runs without the attribute
 * @param message what of it, naming the thing in single quotes: {@code 'gpus' needs API 1.40}
 * @param fix what the user can do, or null
 */
public record Finding(String path, boolean refused, String message, @Nullable String fix) {}
