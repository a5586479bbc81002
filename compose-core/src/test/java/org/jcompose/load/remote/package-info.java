/** What the loader must do. */
package org.jcompose.load.remote;
