package org.jcompose.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.NullMarked;

/** The rules that hold in every module; some take the classes to which they do not apply. */
public final class HouseRules {

  private HouseRules() {}

  /** No package depends on itself by way of others. */
  public static ArchRule packagesAreFreeOfCycles() {
    return slices()
        .assignedFrom(new EachPackage())
        .should()
        .beFreeOfCycles()
        .because("packages in a cycle can only be understood, tested and changed together");
  }

  /** Every package says that its types are not null unless they say so. */
  public static ArchRule packagesAreNullMarked() {
    return classes()
        .should(beInANullMarkedPackage())
        .because("NullAway looks only at @NullMarked code: write a package-info.java");
  }

  /** The console and the end of the process belong to {@code Main}. */
  public static ArchRule onlyMainOwnsTheProcess(DescribedPredicate<JavaClass> main) {
    return noClassesBut(main)
        .should()
        .accessTargetWhere(
            anyOf(
                "the console or the end of the process",
                List.of(
                    member(System.class, "in", "out", "err", "console", "exit"),
                    member(System.class, "setIn", "setOut", "setErr"),
                    member(Runtime.class, "exit", "halt", "addShutdownHook"))))
        .as("only main uses the console and ends the process")
        .because("a caller gives the streams and takes the exit code, in process");
  }

  /** Environment, working directory, clock and locale are values that a caller gives. */
  public static ArchRule surroundingsAreGiven(DescribedPredicate<JavaClass> doors) {
    return noClassesBut(doors)
        .should()
        .accessTargetWhere(
            anyOf(
                "the environment, the working directory, the clock or the locale",
                List.of(
                    member(System.class, "getenv", "getProperty", "getProperties"),
                    member(System.class, "currentTimeMillis"),
                    member(Path.class, "toAbsolutePath"),
                    member(File.class, "getAbsoluteFile", "getAbsolutePath", "getCanonicalFile"),
                    member(Clock.class, "systemUTC", "systemDefaultZone", "system"),
                    member(ZoneId.class, "systemDefault"),
                    member(TimeZone.class, "getDefault"),
                    member(Locale.class, "getDefault"),
                    nowOfJavaTime())))
        .as("only the doors read the surroundings")
        .because("what is read from the surroundings cannot be chosen by a test or an embedder");
  }

  /** Threads are started where they are also ended. */
  public static ArchRule threadsAreStartedOnlyIn(DescribedPredicate<JavaClass> rooms) {
    return noClassesBut(rooms)
        .should()
        .accessTargetWhere(
            anyOf(
                "what starts a thread",
                List.of(
                    constructor(Thread.class, Timer.class, ForkJoinPool.class),
                    constructor(ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class),
                    memberNamed(Executors.class, "new.*"),
                    memberNamed(CompletableFuture.class, ".*Async"),
                    member(ForkJoinPool.class, "commonPool"),
                    parallelStream())))
        .as("threads are started in few places")
        .because("whoever starts a thread answers for its end, its failures and its interruption");
  }

  /** Nothing waits by the clock for what it could be told. */
  public static ArchRule nothingSleeps() {
    return noClasses()
        .should()
        .accessTargetWhere(anyOf("Thread.sleep", List.of(member(Thread.class, "sleep"))))
        .as("nothing sleeps")
        .because("a sleep is too long or too short: wait on a latch, a condition or an event");
  }

  private static GivenClassesConjunction noClassesBut(DescribedPredicate<JavaClass> exempt) {
    return noClasses().that(not(exempt));
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(violated(type, type.getPackageName() + " is not @NullMarked"));
        }
      }
    };
  }

  private static DescribedPredicate<JavaAccess<?>> anyOf(
      String description, List<DescribedPredicate<JavaAccess<?>>> accesses) {
    return DescribedPredicate.or(accesses).as(description);
  }

  private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String... names) {
    return memberNamed(owner, String.join("|", names));
  }

  private static DescribedPredicate<JavaAccess<?>> memberNamed(Class<?> owner, String pattern) {
    return describe(
        owner.getSimpleName() + "." + pattern,
        access ->
            access.getTargetOwner().isEquivalentTo(owner) && access.getName().matches(pattern));
  }

  private static DescribedPredicate<JavaAccess<?>> constructor(Class<?>... owners) {
    Set<Class<?>> all = Set.of(owners);
    return describe(
        "constructor of " + all,
        access ->
            access.getName().equals("<init>")
                && all.stream().anyMatch(access.getTargetOwner()::isEquivalentTo));
  }

  private static DescribedPredicate<JavaAccess<?>> nowOfJavaTime() {
    return describe(
        "now() of java.time",
        access ->
            access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now"));
  }

  private static DescribedPredicate<JavaAccess<?>> parallelStream() {
    return describe(
        "parallel stream",
        access ->
            access.getTargetOwner().getPackageName().startsWith("java.util")
                && access.getName().matches("parallel|parallelStream"));
  }

  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
