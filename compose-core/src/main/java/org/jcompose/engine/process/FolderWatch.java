package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** Tells when a file has been deleted, itself or with the folder around it. */
final class FolderWatch {

  private FolderWatch() {}

  static void start(Path file, Runnable gone) {
    Thread thread = new Thread(null, () -> watch(file, gone), "watch", 128 * 1024);
    thread.setDaemon(true);
    thread.start();
  }

  private static void watch(Path file, Runnable gone) {
    Path folder = Objects.requireNonNull(file.getParent());
    try (WatchService watch = file.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      boolean isThere = Files.exists(file);
      while (isThere) {
        WatchKey key = watch.take();
        key.pollEvents();
        isThere = key.reset() && Files.exists(file);
      }
      gone.run();
    } catch (IOException | ClosedWatchServiceException e) {
      Books.report(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
