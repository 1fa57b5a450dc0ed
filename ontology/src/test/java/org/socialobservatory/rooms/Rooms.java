package org.socialobservatory.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** Rules that the classes of a module are held against. A room is a package directly below the module's own. */
public final class Rooms {

    /** The module's own package, seen as a room. */
    public static final String HALL = "";

    private static final Set<String> SAY_NOTHING = Set.of(
            "util",
            "utils",
            "helper",
            "helpers",
            "manager",
            "managers",
            "service",
            "services",
            "impl",
            "dto",
            "dtos",
            "common",
            "commons",
            "misc",
            "shared");
    private static final List<String> ENDINGS = List.of("Util", "Utils", "Helper", "Manager", "Impl", "Dto");
    private static final List<String> CONTROLLERS = List.of(
            "org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");

    private Rooms() {}

    /** The classes below a package as they go into the program, those of tests left out. */
    public static JavaClasses of(String home) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(home);
    }

    /** A room may know those that come before it on the way, never one after it; and there are no others. */
    public static ArchRule followTheWay(String home, String... way) {
        var order = List.of(way);
        return rule(
                "know only rooms before their own on the way " + String.join(" → ", way),
                home,
                order::contains,
                (room, other) -> order.indexOf(other) < order.indexOf(room));
    }

    /** A feature may know the rooms that all share, never another feature; a shared one knows no feature. */
    public static ArchRule keepFeaturesApart(String home, String... shared) {
        var known = Set.of(shared);
        return rule(
                "know no feature but their own",
                home,
                _ -> true,
                (room, other) -> room.equals(HALL) || known.contains(other));
    }

    private static ArchRule rule(
            String words, String home, Predicate<String> exists, BiPredicate<String, String> mayKnow) {
        Function<JavaClass, String> room = type -> {
            var below = type.getPackageName().substring(home.length());
            return below.isEmpty() ? HALL : below.substring(1).replaceFirst("\\..*", "");
        };
        return below(home).should(condition(words, (type, fault) -> {
            var own = room.apply(type);
            if (!exists.test(own)) {
                fault.accept(type.getName() + " lives in a room that is not on the way: " + own);
            }
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (isBelow(home, target)) {
                    var other = room.apply(target);
                    if (!other.equals(own) && !mayKnow.test(own, other)) {
                        fault.accept(dependency.getDescription());
                    }
                }
            }
        }));
    }

    /** No class below a package knows one below certain others. */
    public static ArchRule knowNothingOf(String home, String... others) {
        return below(home).should(condition("know nothing of " + String.join(", ", others), (type, fault) -> {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (Arrays.stream(others).anyMatch(other -> isBelow(other, target))) {
                    fault.accept(dependency.getDescription());
                }
            }
        }));
    }

    /** Every package says what it holds, and that nothing in it is null unless it says so. */
    public static ArchRule sayWhatTheyHold(String home) {
        return below(home).should(condition("live in a package with @NullMarked", (type, fault) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                fault.accept(type.getPackageName() + " has no package-info.java with @NullMarked");
            }
        }));
    }

    /** No name that would fit anything. */
    public static ArchRule haveNamesThatSaySomething(String home) {
        return below(home).should(condition("have names that say something", (type, fault) -> {
            var words = List.of(type.getPackageName().split("\\.", -1));
            words.stream()
                    .filter(SAY_NOTHING::contains)
                    .forEach(word -> fault.accept(type.getPackageName() + " is named " + word));
            ENDINGS.stream()
                    .filter(type.getSimpleName()::endsWith)
                    .forEach(word -> fault.accept(type.getName() + " is named " + word));
        }));
    }

    /** Controllers are nobody's business outside their room. */
    public static ArchRule hideTheirControllers(String home) {
        return below(home).should(condition("hide their controllers", (type, fault) -> {
            if (CONTROLLERS.stream().anyMatch(type::isAnnotatedWith)
                    && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                fault.accept(type.getName() + " is a public controller");
            }
        }));
    }

    /** Only a command speaks on the standard streams. */
    public static ArchRule keepQuiet(String home, String... speakers) {
        return below(home)
                .and()
                .resideOutsideOfPackages(speakers)
                .should(not(ACCESS_STANDARD_STREAMS))
                .allowEmptyShould(true);
    }

    private static GivenClassesConjunction below(String home) {
        return classes()
                .that(describe(
                        "live below " + home,
                        type -> isBelow(home, type) && !type.getSimpleName().equals("package-info")));
    }

    private static boolean isBelow(String home, JavaClass type) {
        return type.getPackageName().equals(home) || type.getPackageName().startsWith(home + ".");
    }

    private static ArchCondition<JavaClass> condition(String words, Check check) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }

    /** Hands on what it finds wrong with a class. */
    private interface Check {
        void check(JavaClass type, Consumer<String> fault);
    }
}
