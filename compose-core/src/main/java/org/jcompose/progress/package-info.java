/** The events that a run emits while it works, for whoever shows them. */
@NullMarked
package org.jcompose.progress;

import org.jspecify.annotations.NullMarked;
