package org.jcompose.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jcompose.Compose;
import org.jcompose.ComposeBuilder;
import org.jcompose.ConfigFormat;
import org.jcompose.cli.option.Options;
import org.jcompose.cli.output.ExitCode;
import org.jcompose.cli.output.VariableList;
import org.jcompose.engine.EngineException;
import org.jcompose.model.UsedVariable;
import org.jspecify.annotations.Nullable;

/** {@code config}. */
final class ConfigCommand implements Command {

  private final Options options =
      new Options("jcompose config", Subcommand.CONFIG.summary() + ".", SERVICES);
  private final Supplier<@Nullable String> format =
      options.text("FORMAT", "yaml or json; with --variables: table or json", "--format");
  private final Supplier<Boolean> quiet =
      options.flag("Nothing unless something is wrong", "-q", "--quiet");
  private final Supplier<@Nullable String> output =
      options.text("FILE", "Into this file instead of stdout", "-o", "--output");
  private final ConfigLists lists = new ConfigLists(options);
  private final Supplier<Boolean> variables =
      options.flag("The variables that the files use", "--variables");
  private final Supplier<Boolean> literal =
      options.flag("Do not replace variables", "--no-interpolate");
  private final Supplier<Boolean> unchecked =
      options.flag("Do not check what services refer to", "--no-consistency");
  private final Supplier<Boolean> unresolved =
      options.flag("Leave the contents of env_file out", "--no-env-resolution");
  private final Supplier<Boolean> abnormal =
      options.flag("Leave names at the engine and the default network out", "--no-normalize");
  private final Supplier<Boolean> relative =
      options.flag("Leave relative paths as they are", "--no-path-resolution");
  private final Supplier<Boolean> pinned =
      options.flag("Name images by the digests of their tags", "--resolve-image-digests");
  private final Supplier<Boolean> lock =
      options.flag("A file of nothing but images with their digests", "--lock-image-digests");
  private final ConfigQuestions questions = new ConfigQuestions(options);
  private final Supplier<List<String>> services = options.parameters("SERVICE");

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int run(Session session) {
    if (questions.isAsked()) {
      return questions.answer(refined(session.builder(services.get())), session).number();
    }
    try (Compose compose = refined(session.builder(services.get())).build()) {
      if (variables.get()) {
        print(variables(compose.usedVariables().values()), session);
        return ExitCode.DONE.number();
      }
      if (literal.get() && !lists.isWanted()) {
        write(compose.uninterpolatedConfig(chosen()), session);
        return ExitCode.DONE.number();
      }
      session.warn(compose);
      if (pinned.get() || lock.get()) {
        compose.pinImages();
      }
      if (lock.get()) {
        write(compose.imagesConfig(chosen()), session);
        return ExitCode.DONE.number();
      }
      String list = lists.text(compose);
      if (list != null) {
        print(list, session);
      } else {
        write(compose.config(chosen(), services.get()), session);
      }
      return ExitCode.DONE.number();
    }
  }

  private ComposeBuilder refined(ComposeBuilder builder) {
    ComposeBuilder refined = unchecked.get() ? builder.withoutConsistencyCheck() : builder;
    if (unresolved.get() || lists.wantsHashes()) {
      refined = refined.withoutEnvFileContents();
    }
    if (abnormal.get()) {
      refined = refined.withoutNormalization();
    }
    return relative.get() ? refined.withoutPathResolution() : refined;
  }

  private ConfigFormat chosen() {
    return chosen("yaml").equals("json") ? ConfigFormat.JSON : ConfigFormat.YAML;
  }

  private String variables(Collection<UsedVariable> used) {
    return chosen("table").equals("json") ? VariableList.json(used) : VariableList.table(used);
  }

  private String chosen(String otherwise) {
    String word = Objects.requireNonNullElse(format.get(), otherwise);
    if (!word.equals(otherwise) && !word.equals("json")) {
      throw options.wrong("'" + word + "' is not one of '" + otherwise + "', 'json'", null);
    }
    return word;
  }

  private void print(String text, Session session) {
    if (!quiet.get()) {
      session.screen().text(text);
    }
  }

  private void write(String text, Session session) {
    String file = output.get();
    if (file == null || quiet.get()) {
      print(text, session);
      return;
    }
    Path path = session.around().cwd().resolve(file);
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new EngineException("cannot write '" + file + "': " + e.getMessage(), null, e);
    }
  }
}
