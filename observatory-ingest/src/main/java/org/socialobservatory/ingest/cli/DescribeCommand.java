package org.socialobservatory.ingest.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.describe.Describe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Drafts the description of a package from its files, or shows an empty example of a role; needs no installation. */
@Command(name = "describe")
final class DescribeCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable ObservatoryCommand program;

    @Parameters(arity = "0..*", paramLabel = "FILES", descriptionKey = "parameter.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--role", paramLabel = "NAME", descriptionKey = "option.role")
    private @Nullable String role;

    private ObservatoryCommand program() {
        return Objects.requireNonNull(program);
    }

    @Override
    public Integer call() {
        if (role != null) {
            return example(role);
        }
        if (files.isEmpty()) {
            return misuse(program().words().say("describe.nothing"));
        }
        var given = files.stream().map(program()::resolve).toList();
        for (Path file : given) {
            if (!Files.exists(file)) {
                return misuse(program().words().say("describe.absent", file));
            }
        }
        return draft(given);
    }

    private int example(String wanted) {
        var text = Describe.example(wanted);
        if (text.isEmpty()) {
            return misuse(program().words().say("describe.role", wanted, String.join(", ", Describe.roles())));
        }
        text.get().lines().forEach(program().console()::say);
        return Exit.DONE;
    }

    private int draft(List<Path> given) {
        var language = program().words().language();
        var draft = Describe.draft(given, language);
        draft.yaml().lines().forEach(program().console()::say);
        draft.findings().forEach(finding -> {
            program().console().complain(finding.sentence(language));
            program().console().complain("  → " + finding.remedy(language));
        });
        return draft.findings().isEmpty() ? Exit.DONE : Exit.REFUSED;
    }

    private int misuse(String sentence) {
        program().console().complain(sentence);
        return Exit.MISUSE;
    }
}
