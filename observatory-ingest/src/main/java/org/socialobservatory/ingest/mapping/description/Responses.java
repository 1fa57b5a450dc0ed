package org.socialobservatory.ingest.mapping.description;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Meaning.PeriodCut;
import org.socialobservatory.ingest.mapping.description.Meaning.Thresholds;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.survey.ComparabilityDecision.Counterpart;

/**
 * Rows that are each the answers of one household or person.
 *
 * @param questionnaire the form that was filled in; null where the schema says what the variables are
 * @param parent the table of which each row here is a part; null for a table of its own
 * @param area null where the parent's counts
 * @param period null where the parent's counts
 * @param tabulation what is computed
 * @param comparable what persons decided about its questions and others
 */
public record Responses(
        @Nullable RawFile questionnaire,
        Unit unit,
        @Nullable Parent parent,
        SampleDesign design,
        @Nullable Location area,
        @Nullable Dating period,
        Personal personal,
        Thresholds thresholds,
        Tabulation tabulation,
        List<StatedDecision> comparable)
        implements Meaning {

    public Responses {
        comparable = List.copyOf(comparable);
    }

    @Override
    public Role role() {
        return Role.RESPONSES;
    }

    /** What a row is. */
    public enum Unit {
        HOUSEHOLD,
        PERSON;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The table of the households, say, to which persons belong.
     *
     * @param resource its name in the package
     * @param key its column that names a row
     * @param column the column here that holds that name
     */
    public record Parent(String resource, String key, String column) {}

    /**
     * That two questions are comparable, or are not, as a package says it.
     *
     * @param question by its name or full name
     * @param reason in the words of who decided
     * @param by who answers for it
     */
    public record StatedDecision(
            String question, Counterpart with, boolean comparable, String reason, String by, Place place) {}

    /** Where the respondent lives. */
    public sealed interface Location {

        /** The level of the areas, if it is said. */
        @Nullable
        String level();
    }

    /** By the code of an area. */
    public record AreaCode(Binding code, @Nullable String level) implements Location {}

    /** By a point, which lies in the outline of an area; its column, or the name that its columns share. */
    public record AreaPoint(String column, @Nullable String level) implements Location {}

    /**
     * When the answers were given.
     *
     * @param as what a date is cut down to, if it is
     */
    public record Dating(Binding period, @Nullable PeriodCut as) {}

    /**
     * What tells who somebody is.
     *
     * @param dropped columns that are never stored
     * @param person column that names a person, stored as a keyed hash only; null where there is none
     */
    public record Personal(List<String> dropped, @Nullable String person) {
        public Personal {
            dropped = List.copyOf(dropped);
        }
    }
}
