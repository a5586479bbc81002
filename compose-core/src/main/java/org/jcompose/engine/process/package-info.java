/**
 * The embedded engine: services as plain processes of this host, owned by one supervisor for each
 * project.
 *
 * <p>The engine's client turns a service into a {@code Launch} and asks the project's supervisor,
 * through a socket, to run it; it starts the supervisor when there is none. What the supervisor
 * knows it keeps in the project's folder as well, where the next one finds it.
 */
@NullMarked
package org.jcompose.engine.process;

import org.jspecify.annotations.NullMarked;
