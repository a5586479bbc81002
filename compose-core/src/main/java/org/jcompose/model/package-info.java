/** A fully resolved Compose project: immutable values in the words of the Compose Specification. */
@NullMarked
package org.jcompose.model;

import org.jspecify.annotations.NullMarked;
