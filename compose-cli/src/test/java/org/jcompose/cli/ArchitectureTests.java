package org.jcompose.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import org.jcompose.testing.HouseRules;
import org.jcompose.testing.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final String ROOT = "org.jcompose.cli";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final String COMMAND = ROOT + ".command";
  private static final String OPTION = ROOT + ".option";
  private static final String OUTPUT = ROOT + ".output";

  private static final String CORE = "org.jcompose";
  private static final String ENGINE = CORE + ".engine";
  private static final String EXECUTOR = CORE + ".executor";
  private static final String MODEL = CORE + ".model";
  private static final String PLAN = CORE + ".plan";
  private static final String PROBLEM = CORE + ".problem";
  private static final String PROGRESS = CORE + ".progress";

  private static final String PICOCLI = "picocli..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  private static final DescribedPredicate<JavaClass> MAIN = equivalentTo(Main.class);

  @Test
  void theClassesAreFound() {
    assertThat(CLASSES).as("a rule over no classes holds").hasSizeGreaterThanOrEqualTo(50);
  }

  @Test
  void roomsImportOnlyWhatTheTableAllows() {
    new Rooms()
        .room(ROOT, COMMAND, OUTPUT, CORE, ENGINE, MODEL, PROBLEM, PROGRESS, PICOCLI)
        // What Compose takes and gives: options and plans, states, results, problems.
        .room(COMMAND, OPTION, OUTPUT, CORE, MODEL, PLAN, ENGINE, EXECUTOR, PROBLEM, PROGRESS)
        .room(OPTION, PLAN, PICOCLI)
        .room(OUTPUT, PROGRESS, PROBLEM, ENGINE, MODEL, JACKSON)
        .areKept()
        .because("a command reads options, calls Compose and prints: the rest is the library's")
        .check(CLASSES);
  }

  @Test
  void theRootHoldsMainOnly() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .be(Main.class)
        .because("what is not the start of the program has a room")
        .check(CLASSES);
  }

  @Test
  void nothingInsideImportsTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .allowEmptyShould(true)
        .because("the root is the start of the program: it imports the rooms")
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
  void onlyMainOwnsTheProcess() {
    HouseRules.onlyMainOwnsTheProcess(MAIN).check(CLASSES);
  }

  @Test
  void onlyMainReadsItsSurroundings() {
    HouseRules.surroundingsAreGiven(MAIN).check(CLASSES);
  }

  @Test
  void onlyMainStartsThreads() {
    HouseRules.threadsAreStartedOnlyIn(MAIN).check(CLASSES);
  }

  @Test
  void nothingSleeps() {
    HouseRules.nothingSleeps().check(CLASSES);
  }
}
