package org.jcompose.cli.output;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Ctrl-C, and being asked to end, as the operating system tells of them. There is no public API for
 * signals, and a shutdown hook hears of the first Ctrl-C only; {@code sun.misc.Signal} is there on
 * every JDK, but a compiler that takes warnings for errors does not let it be named.
 */
public final class Signals implements Interrupts {

  private static final List<String> NAMES = List.of("INT", "TERM");
  private static final int PATIENCE = 3;

  private final IntConsumer end;
  private final Deque<Runnable> actions = new ArrayDeque<>();
  private boolean installed;
  private int heard;

  /** Signals that call whoever listens, or else, and after the second, end the program. */
  public Signals(IntConsumer end) {
    this.end = end;
  }

  @Override
  public <T> T during(Runnable action, Supplier<T> work) {
    listen(action);
    try {
      return work.get();
    } finally {
      forget(action);
    }
  }

  private synchronized void listen(Runnable action) {
    if (!installed) {
      installed = true;
      NAMES.forEach(this::install);
    }
    actions.push(action);
  }

  private synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  private void heard() {
    Runnable action;
    synchronized (this) {
      heard++;
      action = actions.peek();
    }
    if (action == null || heard >= PATIENCE) {
      end.accept(ExitCode.INTERRUPTED.number());
    } else {
      action.run();
    }
  }

  private void install(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler calls =
          (proxy, method, args) -> {
            if (method.getName().equals("handle")) {
              heard();
            }
            return null;
          };
      Object listener =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
      Object raised = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, raised, listener);
    } catch (InvocationTargetException e) {
      // The JVM was told to leave signals alone (-Xrs): they end the program, as they always do.
      installed = true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot listen to signals", e);
    }
  }
}
