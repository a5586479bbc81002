/** Pure planning: from a project and what an engine holds to the graph of steps between them. */
@NullMarked
package org.jcompose.plan;

import org.jspecify.annotations.NullMarked;
