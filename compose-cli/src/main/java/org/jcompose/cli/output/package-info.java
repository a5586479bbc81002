/** What people and scripts see: the screen, colours, progress, tables, errors, exit codes. */
@NullMarked
package org.jcompose.cli.output;

import org.jspecify.annotations.NullMarked;
