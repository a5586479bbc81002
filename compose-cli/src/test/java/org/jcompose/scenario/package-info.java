/**
 * Scenarios: what the program must do, as commands and the state that an engine is then seen in.
 *
 * <p>They are the specification that people read. Each runs on every engine at hand, host processes
 * among them, and judges by what the engine itself reports: not by what the program says.
 */
package org.jcompose.scenario;
