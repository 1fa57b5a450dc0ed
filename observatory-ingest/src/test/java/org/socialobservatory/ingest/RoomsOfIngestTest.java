package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.socialobservatory.rooms.Rooms;

class RoomsOfIngestTest {

    private static final String HOME = "org.socialobservatory.ingest";
    private static final JavaClasses CLASSES = Rooms.of(HOME);

    static final List<ArchRule> RULES = List.of(
            Rooms.followTheWay(
                    HOME,
                    "source",
                    "mapping",
                    "check",
                    "vault",
                    "estimate",
                    "gate",
                    "composite",
                    "describe",
                    Rooms.HALL,
                    "warehouse",
                    "publish",
                    "cli"),
            Rooms.followTheWay(HOME + ".gate", "candidate", "facts", "movement", "secondary", "audit", Rooms.HALL),
            Rooms.knowNothingOf(HOME, "org.socialobservatory.api", "org.springframework"),
            Rooms.sayWhatTheyHold(HOME),
            Rooms.haveNamesThatSaySomething(HOME),
            Rooms.keepQuiet(HOME, HOME + ".cli.."));

    @ParameterizedTest
    @FieldSource("RULES")
    void holds(ArchRule rule) {
        assertThat(CLASSES).isNotEmpty();
        rule.check(CLASSES);
    }
}
