/** A project's canonical form as text, and the hashes of its parts. */
@NullMarked
package org.jcompose.canonical;

import org.jspecify.annotations.NullMarked;
