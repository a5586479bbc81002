package org.jcompose.engine.process;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipalLookupService;

/**
 * The user that processes run as.
 *
 * @param name as the system has it
 */
record Account(String name) {

  /** Whether a name, or a number as text, is this user's. */
  boolean is(String wanted) {
    return wanted.equals(name) || isSameNumber(wanted);
  }

  // The look-up takes numbers for names that nobody has, and users are the same by their numbers.
  private boolean isSameNumber(String wanted) {
    try {
      UserPrincipalLookupService users = FileSystems.getDefault().getUserPrincipalLookupService();
      return users.lookupPrincipalByName(wanted).equals(users.lookupPrincipalByName(name));
    } catch (IOException unknownToTheSystem) {
      return false;
    }
  }
}
