package org.jcompose.model;

/**
 * An {@code extends} that had nothing to give, because the other service is there without a single
 * attribute. Docker Compose keeps it in its canonical form, and so in its hashes.
 *
 * @param file the absolute path of the other service's file
 * @param service the other service's name
 */
public record UnfilledExtension(String file, String service) {}
