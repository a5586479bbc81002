package org.jcompose.load;

/** How the value of an attribute in a later file is merged with the one in an earlier file. */
enum Merge {
  /**
   * Mappings key by key, lists one after the other; a single value is replaced, if there is one.
   */
  JOINED,
  /** The later value takes the place of the earlier one, even if it is empty. */
  REPLACED,
  /** Key by key, each value taking the place of the earlier one, even if it is empty. */
  EACH_REPLACED,
  /** As {@link #JOINED}, but {@link #REPLACED} if both name a {@code driver} and not the same. */
  SAME_DRIVER,
  /** The later list, each of its items joined with the earlier one of the same {@code subnet}. */
  SAME_SUBNET
}
