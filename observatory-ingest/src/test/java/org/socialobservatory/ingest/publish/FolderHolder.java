package org.socialobservatory.ingest.publish;

import java.nio.file.Path;
import java.time.Duration;

/** A program that keeps a folder until its input ends. */
final class FolderHolder {

    private FolderHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (var _ = FolderLock.take(Path.of(arguments[0]), Duration.ofSeconds(20), () -> false)) {
            System.out.println("held");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
