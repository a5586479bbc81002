/**
 * Compose files to a project: discovery, environment files, interpolation, canonical form, merge,
 * normalisation and checks, each a step of its own.
 */
@NullMarked
package org.jcompose.load;

import org.jspecify.annotations.NullMarked;
