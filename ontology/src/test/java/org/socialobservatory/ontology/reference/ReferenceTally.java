package org.socialobservatory.ontology.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the names of the reference tests that ran, one a line, to {@code target/reference-data.txt} of the module. A
 * module whose tests run in several processes adds to the file; who counts removes it first.
 */
public final class ReferenceTally implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "reference-data.txt");

    private final Path file;
    private final SortedSet<String> names = new ConcurrentSkipListSet<>();

    public ReferenceTally() {
        this(FILE);
    }

    ReferenceTally(Path file) {
        this.file = file;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean ran = result.getStatus() != TestExecutionResult.Status.ABORTED;
        if (ran && test.isTest() && test.getTags().contains(TestTag.create(ReferenceData.TAG))) {
            names.add(name(test));
        }
    }

    private static String name(TestIdentifier test) {
        var method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> source.getClassName() + "." + source.getMethodName());
        var shown = test.getDisplayName().lines().findFirst().orElse("");
        return method.map(full -> full.endsWith("." + shown.replaceFirst("\\(.*", "")) ? full : full + " " + shown)
                .orElse(test.getUniqueId());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (names.isEmpty()) {
            return;
        }
        try {
            var all = new TreeSet<>(names);
            if (Files.exists(file)) {
                all.addAll(Files.readAllLines(file));
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, all);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The reference tests could not be counted", unwritable);
        }
    }
}
