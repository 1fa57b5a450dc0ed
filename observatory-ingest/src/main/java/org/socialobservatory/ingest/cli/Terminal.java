package org.socialobservatory.ingest.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.socialobservatory.ingest.publish.Progress;

/** The standard streams of this process: a terminal with a person before it, or files and pipes. */
public final class Terminal implements Console {

    /** In any of the three languages. */
    private static final Set<String> YES = Set.of("y", "yes", "o", "oui", "ن", "نعم");

    /** The stages of reading and those of storing; between them a person may be asked. */
    private static final List<List<Progress.Stage>> PARTS = List.of(
            List.of(Progress.Stage.READ, Progress.Stage.COMPARE),
            List.of(Progress.Stage.KEEP, Progress.Stage.WRITE, Progress.Stage.COMMIT, Progress.Stage.SHOW),
            List.of(Progress.Stage.PREVIEW));

    private final PrintStream out;
    private final PrintStream err;

    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void say(String line) {
        out.println(harmless(line));
        out.flush();
    }

    @Override
    public void complain(String line) {
        err.println(harmless(line));
        err.flush();
    }

    /** Text of a package may not steer a terminal. */
    private static String harmless(String line) {
        return line.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t')
                ? line
                : line.codePoints()
                        .map(c -> Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The person at the terminal, if both streams are one. */
    private static Optional<java.io.Console> person() {
        return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
    }

    @Override
    public Bar progress(Words words) {
        return person().isPresent() ? draw(words) : new Lines(words);
    }

    /** The progress that a person sees. */
    Bar draw(Words words) {
        return new DrawnBar(words);
    }

    @Override
    public Optional<Boolean> ask(String question) {
        return person().map(person -> {
            var answer = person.readLine("%s ", question);
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        });
    }

    /** A line for each stage. */
    private final class Lines implements Bar {
        private final Words words;

        Lines(Words words) {
            this.words = words;
        }

        @Override
        public void enter(Stage stage) {
            complain(words.say("stage." + stage.name().toLowerCase(Locale.ROOT)));
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    }

    /** A bar that is full when the last stage of a part has ended, and stays where it was when one failed. */
    private final class DrawnBar implements Bar {
        private final Words words;
        private final ProgressBar bar = new ProgressBarBuilder()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .hideEta()
                .build();
        private boolean last;

        DrawnBar(Words words) {
            this.words = words;
        }

        @Override
        public void enter(Stage stage) {
            var part = PARTS.stream()
                    .filter(stages -> stages.contains(stage))
                    .findFirst()
                    .orElseThrow();
            bar.setExtraMessage(words.say("stage." + stage.name().toLowerCase(Locale.ROOT)));
            bar.maxHint(part.size());
            bar.stepTo(part.indexOf(stage));
            last = stage == part.getLast();
        }

        @Override
        public void close() {
            if (last) {
                bar.stepTo(bar.getMax());
            }
            bar.close();
        }
    }
}
