/**
 * HTTP/1.1 to a daemon over a Unix domain socket, TCP or TLS: streams that another thread can end,
 * deadlines, half-closed output.
 */
@NullMarked
package org.jcompose.engine.docker.http;

import org.jspecify.annotations.NullMarked;
