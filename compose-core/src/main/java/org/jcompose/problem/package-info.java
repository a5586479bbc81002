/** What is wrong with a user's input, and where: problems with their places in files. */
@NullMarked
package org.jcompose.problem;

import org.jspecify.annotations.NullMarked;
