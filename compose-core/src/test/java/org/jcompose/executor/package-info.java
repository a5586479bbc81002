/** Runs of plans on the memory engine: what happens, in which order, told by whole texts. */
package org.jcompose.executor;
