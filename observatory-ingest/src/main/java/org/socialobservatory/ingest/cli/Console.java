package org.socialobservatory.ingest.cli;

import java.util.Optional;
import org.socialobservatory.ingest.publish.Progress;

/** Who has given a command and hears of it: a person at a terminal, a script, or either of them beside a server. */
public interface Console {

    /** A line of the command's result. */
    void say(String line);

    /** A line about the command: why it is refused, what went wrong. */
    void complain(String line);

    /** Shows how far long work has come, until closed. */
    Bar progress(Words words);

    /** Asks yes or no; empty where nobody can answer. */
    Optional<Boolean> ask(String question);

    /** Progress that ends. */
    interface Bar extends Progress, AutoCloseable {
        @Override
        void close();
    }
}
