/** What loading a project costs. */
@NullMarked
package org.jcompose.bench;

import org.jspecify.annotations.NullMarked;
