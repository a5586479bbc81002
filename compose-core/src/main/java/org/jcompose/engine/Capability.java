package org.jcompose.engine;

/** What an engine may have. */
public enum Capability {
  /** Containers are made from images, which can be pulled. */
  IMAGES,
  /** Networks are things of their own, to be created and removed. */
  NETWORKS,
  /** Named volumes are things of their own, to be created and removed. */
  VOLUMES,
  /** Containers can be renamed. */
  RENAME
}
