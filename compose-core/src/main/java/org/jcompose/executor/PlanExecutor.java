package org.jcompose.executor;

import org.jcompose.engine.Engine;
import org.jcompose.plan.Plan;
import org.jcompose.progress.ProgressListener;
import org.jcompose.provider.ServiceProviders;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans: each step as soon as those that it comes after are done, work in parallel up to a
 * bound, waiting without one. A step that fails takes with it only what comes after it. May be used
 * from any thread, for several runs at a time.
 */
public final class PlanExecutor {

  private static final int MOST = 16;
  private static final int PER_CORE = 4;

  private final int parallelism;
  private final @Nullable ServiceProviders providers;

  /** An executor that does so much at a time. */
  public PlanExecutor(int parallelism) {
    this(parallelism, null);
  }

  /**
   * An executor that does so much at a time.
   *
   * @param providers what provides services without containers; null: steps that need it fail
   */
  public PlanExecutor(int parallelism, @Nullable ServiceProviders providers) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be 1 or more, not " + parallelism);
    }
    this.parallelism = parallelism;
    this.providers = providers;
  }

  /** How much at a time is best for engines of one machine with so many cores. */
  public static int parallelism(int cores) {
    return Math.min(MOST, PER_CORE * cores);
  }

  /**
   * Runs a plan and returns when it has ended: because all was done, or failed, or the run was
   * cancelled, or the calling thread interrupted, which cancels it.
   *
   * @param listener told of events on the calling thread
   * @throws org.jcompose.engine.EngineException if the engine's events cannot be heard; then
   *     nothing was begun
   */
  public RunResult run(
      Plan plan, Engine engine, ProgressListener listener, Cancellation cancellation) {
    return new Run(plan, engine, listener, new Means(parallelism, providers)).run(cancellation);
  }

  /** What runs work with, beside an engine. */
  record Means(int parallelism, @Nullable ServiceProviders providers) {}
}
