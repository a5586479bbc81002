package org.jcompose.engine.process;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * What a supervised container works with.
 *
 * @param neighbours the variables that tell a service where those it depends on listen
 * @param changed told when a container has come to rest
 */
record Surroundings(
    ProjectFolder folder,
    Host host,
    Clock clock,
    Books books,
    EventFeed events,
    Function<Launch, Map<String, String>> neighbours,
    Runnable changed) {}
