package org.jcompose.plan;

import java.util.function.Function;
import org.jcompose.model.Network;
import org.jcompose.model.Service;
import org.jcompose.model.Volume;

/** How configurations are told apart: by the hashes that their labels keep. */
record Hashes(
    Function<Service, String> service,
    Function<Network, String> network,
    Function<Volume, String> volume) {}
