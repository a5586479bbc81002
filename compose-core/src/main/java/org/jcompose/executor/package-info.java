/** Runs a plan on an engine: in parallel, driven by engine events, cancellable. */
@NullMarked
package org.jcompose.executor;

import org.jspecify.annotations.NullMarked;
