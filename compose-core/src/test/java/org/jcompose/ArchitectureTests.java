package org.jcompose;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.stream.Stream;
import org.jcompose.testing.HouseRules;
import org.jcompose.testing.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final String ROOT = "org.jcompose";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final String PROBLEM = ROOT + ".problem";
  private static final String MODEL = ROOT + ".model";
  private static final String GRAPH = ROOT + ".graph";
  private static final String YAML = ROOT + ".yaml";
  private static final String LOAD = ROOT + ".load";
  private static final String CANONICAL = ROOT + ".canonical";
  private static final String ENGINE = ROOT + ".engine";
  private static final String PLAN = ROOT + ".plan";
  private static final String PROGRESS = ROOT + ".progress";
  private static final String EXECUTOR = ROOT + ".executor";
  private static final String PROVIDER = ROOT + ".provider";
  private static final String JUNIT = ROOT + ".junit";

  private static final String DOCKER_JAVA = "com.github.dockerjava..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  private static final DescribedPredicate<JavaClass> DOORS =
      resideInAnyPackage(ROOT, JUNIT).or(simpleName("SystemTime")).or(simpleName("OwnProcess"));

  @Test
  void theClassesAreFound() {
    assertThat(CLASSES).as("a rule over no classes holds").hasSizeGreaterThanOrEqualTo(400);
  }

  @Test
  void roomsImportOnlyWhatTheTableAllows() {
    new Rooms()
        .room(PROBLEM)
        .room(MODEL, PROBLEM)
        .room(GRAPH, MODEL, "org.jgrapht..")
        .room(YAML, PROBLEM, "org.snakeyaml..")
        .room(LOAD, YAML, PROBLEM, MODEL, GRAPH, LOAD + ".remote")
        .room(LOAD + ".remote", JACKSON)
        .room(CANONICAL, MODEL, YAML, JACKSON)
        .room(ENGINE, MODEL)
        .room(PLAN, MODEL, GRAPH, CANONICAL, ENGINE, PROBLEM)
        .room(PROGRESS)
        .room(PROVIDER, MODEL, ENGINE, JACKSON)
        .room(EXECUTOR, PLAN, ENGINE, PROGRESS, MODEL, PROVIDER)
        .room(
            ROOT, PROBLEM, MODEL, GRAPH, YAML, LOAD, CANONICAL, ENGINE, PLAN, PROGRESS, PROVIDER,
            EXECUTOR)
        .room(ENGINE + ".memory", ENGINE, MODEL)
        .room(ENGINE + ".process", ENGINE, MODEL, JACKSON)
        .room(ENGINE + ".docker", ENGINE, MODEL, ENGINE + ".docker.http", JACKSON, DOCKER_JAVA)
        .room(ENGINE + ".docker.http", ENGINE, DOCKER_JAVA)
        .room(ENGINE + ".swarm", ENGINE, MODEL, JACKSON, DOCKER_JAVA)
        .room(JUNIT, ROOT, MODEL, PROBLEM, ENGINE, "org.junit.jupiter.api..")
        .areKept()
        .because("data flows one way: files, nodes, project, graph, plan, steps, events")
        .check(CLASSES);
  }

  @Test
  void nothingInsideImportsTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, JUNIT)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .allowEmptyShould(true)
        .because("the root is the door of the module: it imports the rooms, they do not import it")
        .check(CLASSES);
  }

  @Test
  void publicSignaturesUseJdkAndOwnTypesOnly() {
    classes()
        .that()
        .arePublic()
        .and(DescribedPredicate.not(resideInAnyPackage(JUNIT, ENGINE + ".docker.http")))
        .should(showOnly("java..", "javax..", ROOT + ".."))
        .allowEmptyShould(true)
        .because("a library in a signature is a library that cannot be replaced")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    HouseRules.packagesAreFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesAreNullMarked() {
    HouseRules.packagesAreNullMarked().check(CLASSES);
  }

  @Test
  void nothingOwnsTheProcess() {
    HouseRules.onlyMainOwnsTheProcess(simpleName("OwnProcess")).check(CLASSES);
  }

  @Test
  void surroundingsAreReadOnlyByTheDoors() {
    HouseRules.surroundingsAreGiven(DOORS).allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void threadsAreStartedOnlyByTheExecutorAndTheEngines() {
    HouseRules.threadsAreStartedOnlyIn(resideInAnyPackage(EXECUTOR, ENGINE + "..")).check(CLASSES);
  }

  @Test
  void nothingSleeps() {
    HouseRules.nothingSleeps().check(CLASSES);
  }

  private static ArchCondition<JavaClass> showOnly(String... packages) {
    DescribedPredicate<JavaClass> allowed = resideInAnyPackage(packages);
    return new ArchCondition<>("show only types of " + String.join(", ", packages)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMembers().stream()
            .filter(ArchitectureTests::isShown)
            .forEach(
                member ->
                    typesOf(member)
                        .filter(shown -> !isAllowed(shown))
                        .map(shown -> member.getDescription() + " shows " + shown.getName())
                        .forEach(message -> events.add(violated(type, message))));
      }

      private boolean isAllowed(JavaClass shown) {
        JavaClass base = shown.getBaseComponentType();
        return base.isPrimitive() || allowed.test(base);
      }
    };
  }

  private static boolean isShown(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> typesOf(JavaMember member) {
    return member.getAllInvolvedRawTypes().stream();
  }
}
