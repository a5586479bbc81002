package org.jcompose.engine.docker;

import org.jspecify.annotations.Nullable;

/** A place that the docker command line keeps under a name. */
record DockerContext(String host, @Nullable TlsMaterial tls) {}
