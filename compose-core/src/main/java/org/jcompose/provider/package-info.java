/** Programs that provide services instead of containers, and the protocol that they speak. */
@NullMarked
package org.jcompose.provider;

import org.jspecify.annotations.NullMarked;
