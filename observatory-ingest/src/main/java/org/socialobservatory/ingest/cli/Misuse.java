package org.socialobservatory.ingest.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.socialobservatory.ontology.Language;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the caller's language what is wrong with a command, and how it is used. */
final class Misuse implements IParameterExceptionHandler {

    private final Console console;
    private final Words words;

    Misuse(Console console, Language language) {
        this.console = console;
        this.words = Words.in(language);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        console.complain(sentence(failure));
        failure.getCommandLine().usage(failure.getCommandLine().getErr());
        return Exit.MISUSE;
    }

    private String sentence(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing ->
                words.say(
                        "usage.missing",
                        missing.getMissing().stream().map(Misuse::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException repeated -> words.say("usage.repeated", name(repeated.getOverwritten()));
            case ParameterException wrong
            when wrong.getArgSpec() != null && wrong.getValue() != null ->
                words.say("usage.value", name(wrong.getArgSpec()), wrong.getValue());
            case ParameterException other -> String.valueOf(other.getMessage());
        };
    }

    private String unknown(UnmatchedArgumentException failure) {
        var given = String.join(" ", failure.getUnmatched());
        List<String> near = failure.getSuggestions();
        return near.isEmpty()
                ? words.say("usage.unknown", given)
                : words.say("usage.unknown-near", given, String.join(", ", near));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
