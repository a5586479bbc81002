/** The SPI that every engine implements: specs to create, states observed, events, logs. */
@NullMarked
package org.jcompose.engine;

import org.jspecify.annotations.NullMarked;
