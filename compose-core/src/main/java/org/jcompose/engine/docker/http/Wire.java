package org.jcompose.engine.docker.http;

import java.io.Closeable;
import java.io.IOException;

/**
 * A two-way stream of bytes to a daemon. Reading and writing may go on at the same time, each on
 * one thread; closing ends both from any thread.
 */
sealed interface Wire extends Closeable permits ChannelWire, TlsWire {

  void connect() throws IOException;

  /** How many bytes were read; -1 at the end. */
  int read(byte[] into, int offset, int length) throws IOException;

  void write(byte[] from, int offset, int length) throws IOException;

  /** Tells the other end that nothing more comes; reading goes on. */
  void endOutput() throws IOException;

  /** Whether an idle wire cannot be used again: the other end closed it, or spoke unasked. */
  boolean isStale();
}
