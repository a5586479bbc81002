/** The service dependency graph of a project. */
@NullMarked
package org.jcompose.graph;

import org.jspecify.annotations.NullMarked;
