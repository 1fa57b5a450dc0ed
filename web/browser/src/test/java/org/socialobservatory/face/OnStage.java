package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives tests the one {@link Stage} of this run as a parameter, and holds each class to a clean log of the server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnStage.Opening.class)
@interface OnStage {

    /** Opens the stage for the first class that needs it; it closes after the last one. */
    final class Opening implements ParameterResolver, AfterAllCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return stage(test);
        }

        @Override
        public void afterAll(ExtensionContext tests) {
            assertThat(stage(tests).server().complaints())
                    .as("log of the server")
                    .isEmpty();
        }

        private static Stage stage(ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OnStage.class))
                    .computeIfAbsent(Opened.class, _ -> Opened.now(), Opened.class)
                    .stage();
        }
    }

    /** The stage and the folder of its data, which goes with it. */
    record Opened(Path folder, Stage stage) implements AutoCloseable {

        private static Opened now() {
            try {
                var folder = Files.createTempDirectory("face");
                try {
                    return new Opened(folder, Stage.open(folder));
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    FileSystemUtils.deleteRecursively(folder);
                    throw failure;
                }
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Ended before the server was ready", ended);
            }
        }

        @Override
        public void close() throws IOException {
            stage.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
