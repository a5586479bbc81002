/**
 * Docker Engine and Podman's Docker-compatible API, through docker-java; the only home of
 * docker-java. What is sent is built with docker-java's types; what is read is read as plain JSON,
 * because typed reading throws at each word that a newer daemon adds, and costs a cold JVM far
 * more.
 */
@NullMarked
package org.jcompose.engine.docker;

import org.jspecify.annotations.NullMarked;
