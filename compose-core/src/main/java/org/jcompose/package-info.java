/** The one door of the library: load a project, plan it, bring it up and down. */
@NullMarked
package org.jcompose;

import org.jspecify.annotations.NullMarked;
