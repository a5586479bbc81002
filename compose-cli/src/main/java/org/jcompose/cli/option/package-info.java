/** What the command line accepts, and what it says about what it does not. */
@NullMarked
package org.jcompose.cli.option;

import org.jspecify.annotations.NullMarked;
