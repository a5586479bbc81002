/** Runs each example as its reader would. */
package org.jcompose.examples;
