package org.socialobservatory.ingest.publish;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.vault.KeptAnswers;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Severity;

/**
 * Estimates again what editions published, from the answers in the vault and the files that are kept of their packages.
 * A difference tells that the method has changed since, or that answers were erased; it is no fault.
 */
public final class Recomputation {

    private final Installation installation;
    private final Vault vault;

    public Recomputation(Installation installation) {
        this.installation = installation;
        this.vault = Vault.in(installation.folder().root());
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The edition was not estimated from answers. */
        record WithoutAnswers() implements Outcome {}

        /** It cannot be estimated any more. */
        record Refused(List<Finding> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }

        /**
         * It was estimated again.
         *
         * @param methodThen the version of the method when the edition was published
         * @param methodNow the version of the method of this build
         * @param difference from what the edition published to what it would publish now
         */
        record Estimated(int methodThen, int methodNow, Difference difference) implements Outcome {}
    }

    /** Estimates one edition again. */
    public Outcome of(Edition edition) {
        var answers = vault.kept(edition.contentHash());
        if (answers.isEmpty()) {
            return new Outcome.WithoutAnswers();
        }
        var standing = Standing.before(installation.warehouse(), edition);
        try (var intake = again(edition, answers.get(), standing)) {
            var content = intake.content();
            if (content.isEmpty()) {
                return new Outcome.Refused(intake.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList());
            }
            return new Outcome.Estimated(
                    answers.get().method(),
                    Estimator.METHOD,
                    Difference.between(
                            installation.warehouse(),
                            edition.id(),
                            content.get().cells()));
        }
    }

    /** Reads the package of an edition again, with these answers in place of the files that brought them. */
    Intake again(Edition edition, KeptAnswers answers, Standing standing) {
        return Ingest.again(files(edition, answers).values(), standing.published(), answers);
    }

    private Map<String, RawFile> files(Edition edition, KeptAnswers answers) {
        var files = new LinkedHashMap<String, RawFile>();
        for (var file : installation.warehouse().files(edition.id())) {
            Path location = installation.folder().raw().resolve(file.sha256());
            files.put(
                    file.path(),
                    new RawFile(file.path(), file.sha256(), location.toFile().length(), location));
        }
        for (var resource : installation.warehouse().definitions(edition.id()).resources()) {
            Optional.ofNullable(answers.tables().get(resource.name()))
                    .ifPresent(table -> files.put(
                            resource.path(),
                            new RawFile(
                                    resource.path(),
                                    resource.sha256(),
                                    table.received().size(),
                                    table.location())));
        }
        return files;
    }
}
