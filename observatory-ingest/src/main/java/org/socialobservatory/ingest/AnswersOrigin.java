package org.socialobservatory.ingest;

import org.socialobservatory.ingest.vault.KeptAnswers;
import org.socialobservatory.ingest.vault.Vault;

/** Where the answers of persons of a package are read from. */
sealed interface AnswersOrigin {

    /** They arrive in the files of the package, and are read into the staging of a vault. */
    record Files(Vault vault) implements AnswersOrigin {}

    /** They are in the vault since the package arrived. */
    record Kept(KeptAnswers answers) implements AnswersOrigin {}
}
