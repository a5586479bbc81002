package org.jcompose.canonical;

import java.util.List;
import java.util.Map;
import org.jcompose.model.Develop;
import org.jcompose.model.Develop.Trigger;
import org.jcompose.model.Hook;
import org.jcompose.model.Provider;
import org.jspecify.annotations.Nullable;

/** Hooks, watches and providers as trees in the order of Docker Compose's own structures. */
final class LifecycleTree {

  private LifecycleTree() {}

  static List<Tree.Fields> hooks(List<Hook> hooks, Dialect dialect) {
    return hooks.stream().map(hook -> hook(hook, dialect).build()).toList();
  }

  private static Tree hook(Hook hook, Dialect dialect) {
    return new Tree()
        .command("command", hook.command(), dialect)
        .put("user", hook.user())
        .put("privileged", hook.privileged())
        .put("working_dir", hook.workingDir())
        .put("environment", hook.environment());
  }

  static @Nullable Map<String, @Nullable Object> develop(
      @Nullable Develop develop, Dialect dialect) {
    if (develop == null) {
      return null;
    }
    return new Tree()
        .put("watch", develop.watch().stream().map(each -> trigger(each, dialect)).toList())
        .build();
  }

  private static Map<String, @Nullable Object> trigger(Trigger trigger, Dialect dialect) {
    Hook exec = trigger.exec() == null ? Hook.none() : trigger.exec();
    return new Tree()
        .keep("path", trigger.path())
        .keep("action", trigger.action())
        .put("target", trigger.target())
        .struct("exec", hook(exec, dialect))
        .put("include", trigger.include())
        .put("ignore", trigger.ignore())
        .put("initial_sync", trigger.initialSync())
        .build();
  }

  static @Nullable Map<String, @Nullable Object> provider(@Nullable Provider provider) {
    if (provider == null) {
      return null;
    }
    Tree options = new Tree();
    provider.options().forEach(options::put);
    return new Tree().put("type", provider.type()).put("options", options.build()).build();
  }
}
