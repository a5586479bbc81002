package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A lock among all processes that know the file, and among all threads of this one.
 *
 * <p>Within a process the file alone would not do: such a lock belongs to the process, and closing
 * any channel of the file lets go of it. So each path has a permit as well, and only who has that
 * opens the file.
 */
final class FolderLock implements AutoCloseable {

  private static final Map<Path, Semaphore> PERMITS = new ConcurrentHashMap<>();

  private final Semaphore permit;
  private final FileChannel channel;

  private FolderLock(Semaphore permit, FileChannel channel) {
    this.permit = permit;
    this.channel = channel;
  }

  /** Waits for the lock; the file's folder is made if need be. */
  static FolderLock take(Path file) throws IOException, InterruptedException {
    Semaphore permit = permit(file);
    permit.acquire();
    FolderLock lock = null;
    try {
      while (lock == null) {
        lock = open(file, permit, true);
      }
      return lock;
    } finally {
      if (lock == null) {
        permit.release();
      }
    }
  }

  /** The lock, or null if another one holds it. */
  static @Nullable FolderLock tryTake(Path file) throws IOException {
    Semaphore permit = permit(file);
    if (!permit.tryAcquire()) {
      return null;
    }
    FolderLock lock = null;
    try {
      lock = open(file, permit, false);
      return lock;
    } finally {
      if (lock == null) {
        permit.release();
      }
    }
  }

  private static Semaphore permit(Path file) {
    return PERMITS.computeIfAbsent(file, path -> new Semaphore(1));
  }

  private static @Nullable FolderLock open(Path file, Semaphore permit, boolean wait)
      throws IOException {
    PrivateFiles.createFolder(Objects.requireNonNull(file.getParent()));
    FileChannel channel;
    try {
      channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      // The folder was deleted in this very moment.
      return null;
    }
    boolean isHeld = false;
    try {
      FileLock lock = wait ? channel.lock() : channel.tryLock();
      isHeld = lock != null && isStillThere(file, channel);
      return isHeld ? new FolderLock(permit, channel) : null;
    } finally {
      if (!isHeld) {
        channel.close();
      }
    }
  }

  /**
   * Whether the locked file is the one at the path: who held the lock before may have deleted it.
   * Opening the path to see would lose the lock, so the file is given an odd length for a moment.
   */
  private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
    long mark = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    channel.write(ByteBuffer.allocate(1), mark);
    try {
      return Files.size(file) == mark + 1;
    } catch (NoSuchFileException e) {
      return false;
    } finally {
      channel.truncate(0);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      permit.release();
    }
  }
}
