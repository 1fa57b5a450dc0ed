package org.socialobservatory.demonstration.answers;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;

/** Who came when, and what an export of the answers says of that. */
final class Interviews {

    /** One interviewer hurries, for the checks to find. */
    static final String HASTY = "E07";

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 4, 14);
    private static final ZoneOffset MOROCCO = ZoneOffset.ofHours(1);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final int DAYS_FOR_A_BLOCK = 4;
    private static final int INTERVIEWS_A_DAY = 8;

    private final List<Household> households;

    Interviews(Town town) {
        households = town.households();
    }

    void give() {
        String block = "";
        int inBlock = 0;
        for (Household household : households) {
            var here = household.block().stratum() + household.block().number();
            inBlock = here.equals(block) ? inBlock + 1 : 0;
            block = here;
            place(household);
            time(household, inBlock);
            people(household);
        }
    }

    private static void place(Household household) {
        var block = household.block();
        household.say("arrondissement", block.area());
        household.say("strate", block.stratum());
        household.say("ilot", String.format(Locale.ROOT, "%03d", block.number()));
        household.say("nb_ilots_strate", block.blocks());
        household.say("enqueteur", block.interviewer());
        household.say("consentement", true);
    }

    private static void time(Household household, int inBlock) {
        var draw = new Draw("interview " + household.number());
        var day = FIRST_DAY.plusDays((long) household.block().visit() * DAYS_FOR_A_BLOCK + inBlock / INTERVIEWS_A_DAY);
        var open = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
        var start = open.atTime(9, 0)
                .plusMinutes(62L * (inBlock % INTERVIEWS_A_DAY) + draw.between(0, 18))
                .plus(Duration.ofMillis(draw.between(0, 59_999)));
        double minutes = (16 + 5.5 * household.size()) * StrictMath.exp(0.18 * draw.normal());
        var hasty = household.says("enqueteur", HASTY) ? 0.4 : 1;
        var end = start.plus(Duration.ofMillis(Math.round(minutes * hasty * 60_000)));
        household.say("start", instant(start, MOROCCO));
        household.say("end", instant(end, MOROCCO));
        household.say("date_entretien", open.toString());
        var sent = open.atTime(19, 0)
                .plus(Duration.ofMillis(draw.between(0, 7_199_999)))
                .minusHours(1);
        household.say("SubmissionDate", instant(sent, ZoneOffset.UTC));
        household.say("KEY", "uuid:" + draw.uuid());
    }

    private static String instant(LocalDateTime time, ZoneOffset offset) {
        return INSTANT.format(OffsetDateTime.of(time, offset));
    }

    /** Names and numbers that nobody could take for real ones. */
    private static void people(Household household) {
        var draw = new Draw("names " + household.number());
        if (!draw.chance(0.04)) {
            household.say("nom_repondant", "Personne " + household.number());
        }
        if (!draw.chance(0.3)) {
            household.say("telephone", String.format(Locale.ROOT, "000 000 %04d", household.number()));
        }
        for (Person person : household.members()) {
            person.say("KEY", household.said("KEY") + "/personne[" + person.rank() + "]");
            person.say("PARENT_KEY", household.said("KEY"));
            person.say("prenom", "Personne " + person.name());
        }
    }
}
