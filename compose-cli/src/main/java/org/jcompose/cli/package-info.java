/** The {@code jcompose} command. */
@NullMarked
package org.jcompose.cli;

import org.jspecify.annotations.NullMarked;
