package org.socialobservatory.ingest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.publish.BusyFolderException;
import org.socialobservatory.ingest.publish.WarehouseBehindException;
import org.socialobservatory.ingest.warehouse.NoSuchEditionException;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ontology.Language;
import picocli.CommandLine;

/** All commands, and what becomes of their failures: a sentence and an exit status, never a stack trace. */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Workplace workplace;
    private final CommandLine line;

    /**
     * @param version what {@code --version} says
     * @param further commands of other rooms
     */
    public Commands(Workplace workplace, String version, List<Object> further) {
        this.workplace = workplace;
        var program = new ObservatoryCommand(workplace);
        line = new CommandLine(program);
        line.addSubcommand(new DescribeCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new PublishCommand())
                .addSubcommand(new EditionsCommand())
                .addSubcommand(new WithdrawCommand())
                .addSubcommand(new EraseCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new HelpCommand());
        further.forEach(line::addSubcommand);
        line.getCommandSpec().version(version);
        line.registerConverter(
                Language.class,
                tag -> Language.of(tag)
                        .orElseThrow(() -> new CommandLine.TypeConversionException("fr, ar, en: '" + tag + "'")));
        line.setOut(new PrintWriter(new Spoken(workplace.console()::say), true));
        line.setErr(new PrintWriter(new Spoken(workplace.console()::complain), true));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, _, _) -> explain(failure, program.words()));
    }

    /** Carries out a command and returns its exit status. */
    public int run(String... arguments) {
        var language = language(arguments);
        line.setResourceBundle(Words.in(language).bundle());
        line.setParameterExceptionHandler(new Misuse(workplace.console(), language));
        return line.execute(arguments);
    }

    /** Help and misuse are told before the options are read, so their language is looked for first. */
    private Language language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            var given = arguments[i].equals("--lang") && i + 1 < arguments.length
                    ? arguments[i + 1]
                    : arguments[i].replaceFirst("^--lang=", "");
            var chosen = arguments[i].startsWith("--lang") ? Language.of(given) : Optional.<Language>empty();
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return workplace.language();
    }

    private int explain(Exception failure, Words words) {
        switch (failure) {
            case BusyFolderException busy -> complain(words.say("folder.busy", busy.folder(), busy.pid()));
            case WarehouseBehindException behind ->
                complain(words.say("warehouse.behind", behind.unknown().size()));
            case NoSuchEditionException absent -> {
                complain(words.say("edition.absent", absent.edition()));
                return Exit.MISUSE;
            }
            case WarehouseException broken -> told(broken, words);
            case UncheckedIOException broken -> told(broken, words);
            case IOException broken -> told(broken, words);
            default -> {
                var id = UUID.randomUUID().toString();
                LOG.error("Unexpected failure {}", id, failure);
                complain(words.say("failure.unexpected", id));
            }
        }
        return Exit.FAILURE;
    }

    private void told(Exception failure, Words words) {
        LOG.error("A command failed", failure);
        complain(words.say("failure.world", String.valueOf(failure.getMessage())));
    }

    private void complain(String line) {
        workplace.console().complain(line);
    }

    /** Lines for a console out of the characters that picocli writes. */
    private static final class Spoken extends Writer {
        private final java.util.function.Consumer<String> listener;
        private final StringBuilder line = new StringBuilder();

        Spoken(java.util.function.Consumer<String> listener) {
            this.listener = listener;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (characters[i] == '\n') {
                    listener.accept(line.toString());
                    line.setLength(0);
                } else if (characters[i] != '\r') {
                    line.append(characters[i]);
                }
            }
        }

        @Override
        public void flush() {
            // A line is handed on when it ends.
        }

        @Override
        public void close() {
            if (!line.isEmpty()) {
                listener.accept(line.toString());
                line.setLength(0);
            }
        }
    }
}
