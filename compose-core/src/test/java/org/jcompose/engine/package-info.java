/** What every engine must do, as tests that each engine's tests extend. */
package org.jcompose.engine;
