/** Compose files that lie in git repositories and registries: fetched only when they are named. */
@NullMarked
package org.jcompose.load.remote;

import org.jspecify.annotations.NullMarked;
