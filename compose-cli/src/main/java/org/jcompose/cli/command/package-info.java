/** The subcommands: each reads its options, calls {@link org.jcompose.Compose} and prints. */
@NullMarked
package org.jcompose.cli.command;

import org.jspecify.annotations.NullMarked;
