package org.socialobservatory.api.page.questionnaire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.survey.AnswerType;

/** What questionnaires are called on a page. */
final class InstrumentNames {

    private final Visit visit;

    InstrumentNames(Visit visit) {
        this.visit = visit;
    }

    /**
     * A questionnaire as a page names it.
     *
     * @param id {@code dataset/resource/version}
     * @param dataset title
     * @param title of the form in the reader's language, else that of the dataset
     * @param edition the newest that stands and asked with it
     * @param formVersion as the form says it; null where it does not
     */
    public record Named(
            String id,
            String datasetCode,
            String dataset,
            String resource,
            int version,
            int edition,
            String title,
            @Nullable String formVersion) {}

    Named of(Instrument instrument) {
        var dataset =
                visit.snapshot().dataset(instrument.dataset()).map(visit::title).orElse(instrument.dataset());
        return new Named(
                instrument.id(),
                instrument.dataset(),
                dataset,
                instrument.resource(),
                instrument.version(),
                instrument.edition(),
                instrument
                        .questionnaire()
                        .titles()
                        .in(visit.wording().language().tag())
                        .orElse(dataset),
                instrument.questionnaire().version());
    }

    /** Those with which another may be compared. */
    List<Named> others(Instrument instrument) {
        return Instruments.of(visit.snapshot()).all().stream()
                .filter(other -> !other.id().equals(instrument.id()))
                .map(this::of)
                .toList();
    }

    List<PublishedDataset> datasets(Instrument... instruments) {
        return visit.snapshot().datasets().values().stream()
                .filter(dataset -> List.of(instruments).stream()
                        .anyMatch(one -> one.dataset().equals(dataset.code())))
                .toList();
    }

    String type(AnswerType type) {
        return visit.wording().say("questionnaire.type." + code(type));
    }

    static String code(AnswerType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
