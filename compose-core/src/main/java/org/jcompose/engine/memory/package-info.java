/** Engines that only pretend: deterministic, in process, to be told what goes wrong and when. */
@NullMarked
package org.jcompose.engine.memory;

import org.jspecify.annotations.NullMarked;
