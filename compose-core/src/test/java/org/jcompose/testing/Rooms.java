package org.jcompose.testing;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of packages ("rooms") of a module, each with the packages that it may import besides
 * the JDK, JSpecify and itself. A name that ends in {@code ..} stands for a package and all below
 * it; the others for one package alone.
 */
public final class Rooms {

  private static final List<String> EVERYWHERE = List.of("java..", "javax..", "org.jspecify..");

  private final Map<String, List<String>> rooms = new LinkedHashMap<>();

  /** Adds a room: the full name of its package, and of the packages that it may import. */
  public Rooms room(String name, String... mayImport) {
    rooms.put(name, Arrays.asList(mayImport));
    return this;
  }

  /** Every class lives in a room of the table and imports only what the table allows there. */
  public ArchRule areKept() {
    return classes().should(onlyImportWhatTheirRoomMay());
  }

  private ArchCondition<JavaClass> onlyImportWhatTheirRoomMay() {
    return new ArchCondition<>("only import what their room may") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!rooms.containsKey(type.getPackageName())) {
          String message = type.getName() + " is in a package that is no room";
          events.add(violated(type, message));
          return;
        }
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !isAllowed(type, dependency))
            .forEach(dependency -> events.add(violated(type, describe(type, dependency))));
      }
    };
  }

  private boolean isAllowed(JavaClass type, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    String room = type.getPackageName();
    return target.isPrimitive()
        || target.getPackageName().equals(room)
        || Stream.concat(EVERYWHERE.stream(), rooms.get(room).stream())
            .anyMatch(allowed -> includes(allowed, target.getPackageName()));
  }

  private static boolean includes(String allowed, String name) {
    if (!allowed.endsWith("..")) {
      return allowed.equals(name);
    }
    String root = allowed.substring(0, allowed.length() - 2);
    return name.equals(root) || name.startsWith(root + ".");
  }

  private String describe(JavaClass type, Dependency dependency) {
    String room = type.getPackageName();
    return "'" + room + "' may import only " + rooms.get(room) + ": " + dependency.getDescription();
  }
}
