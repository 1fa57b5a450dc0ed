package org.socialobservatory.ingest.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.socialobservatory.ingest.publish.Progress;

/** Remembers what a command says, and answers its questions as the test wants. */
public final class Heard implements Console {

    public final List<String> said = new CopyOnWriteArrayList<>();
    public final List<String> complaints = new CopyOnWriteArrayList<>();
    public final List<String> questions = new CopyOnWriteArrayList<>();
    public final List<Progress.Stage> stages = new CopyOnWriteArrayList<>();
    private final Optional<Boolean> answer;

    public Heard(Optional<Boolean> answer) {
        this.answer = answer;
    }

    public String all() {
        return String.join("\n", said);
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void complain(String line) {
        complaints.add(line);
    }

    @Override
    public Bar progress(Words words) {
        return new Bar() {
            @Override
            public void enter(Stage stage) {
                stages.add(stage);
            }

            @Override
            public void close() {
                // Remembered already.
            }
        };
    }

    @Override
    public Optional<Boolean> ask(String question) {
        questions.add(question);
        return answer;
    }
}
