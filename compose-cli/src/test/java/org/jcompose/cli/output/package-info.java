/** Tests of the room of the same name. */
package org.jcompose.cli.output;
