package org.jcompose.engine;

/** The labels by which Docker Compose, and so jcompose, knows its own resources again. */
public final class ComposeLabels {

  public static final String PROJECT = "com.docker.compose.project";
  public static final String SERVICE = "com.docker.compose.service";
  public static final String CONTAINER_NUMBER = "com.docker.compose.container-number";
  public static final String ONE_OFF = "com.docker.compose.oneoff";
  public static final String CONFIG_HASH = "com.docker.compose.config-hash";
  public static final String CONFIG_FILES = "com.docker.compose.project.config_files";
  public static final String WORKING_DIR = "com.docker.compose.project.working_dir";
  public static final String DEPENDS_ON = "com.docker.compose.depends_on";
  public static final String VERSION = "com.docker.compose.version";

  /** Of a container made to replace another: {@code <service>-<number>} of both. */
  public static final String REPLACE = "com.docker.compose.replace";

  /** Of a container that runs a hook: which kind, such as {@code pre_start}. */
  public static final String HOOK = "com.docker.compose.hook";

  /** The id of the image that a container was made from. */
  public static final String IMAGE = "com.docker.compose.image";

  /** Of a network: its key in the file. */
  public static final String NETWORK = "com.docker.compose.network";

  /** Of a volume: its key in the file. */
  public static final String VOLUME = "com.docker.compose.volume";

  private ComposeLabels() {}
}
