package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.socialobservatory.rooms.Rooms;

class RoomsOfApiTest {

    private static final String HOME = "org.socialobservatory.api";
    private static final String BROKEN = "org.socialobservatory.rooms.broken.controllers";
    private static final JavaClasses CLASSES = Rooms.of(HOME);

    static final List<ArchRule> RULES = List.of(
            Rooms.keepFeaturesApart(
                    HOME,
                    "snapshot",
                    "problem",
                    "http",
                    "cube",
                    "diagnostic",
                    "browser",
                    "print",
                    "classification",
                    "choropleth",
                    "combination",
                    "search",
                    "sparql",
                    "voice"),
            Rooms.sayWhatTheyHold(HOME),
            Rooms.haveNamesThatSaySomething(HOME),
            Rooms.hideTheirControllers(HOME),
            Rooms.keepQuiet(HOME, HOME));

    @ParameterizedTest
    @FieldSource("RULES")
    void holds(ArchRule rule) {
        assertThat(CLASSES).isNotEmpty();
        rule.check(CLASSES);
    }

    @Test
    void findsAPublicController() {
        var faults = Rooms.hideTheirControllers(BROKEN)
                .evaluate(new ClassFileImporter().importPackages(BROKEN))
                .getFailureReport()
                .getDetails();
        assertThat(faults).containsExactly(BROKEN + ".LoudController is a public controller");
    }
}
