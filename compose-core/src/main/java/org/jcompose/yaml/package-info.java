/** YAML text to nodes that know file, line and column, and plain values to YAML text. */
@NullMarked
package org.jcompose.yaml;

import org.jspecify.annotations.NullMarked;
