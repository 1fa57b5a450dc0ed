package org.socialobservatory.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The data packages inside the program that show it at work in a new installation. */
public final class Demonstration {

    private static final String FILES = "classpath:demonstration/*/*";

    private Demonstration() {}

    /**
     * Lays the packages out in a folder, each in one of its own.
     *
     * @return their folders, in the order of their names, in which they are to be published: what is real before what is invented
     */
    public static List<Path> layOut(Path folder) throws IOException {
        SortedSet<Path> packages = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            if (file.getURL().getPath().endsWith("/")) {
                continue; // A jar lists its folders too.
            }
            var address = Path.of(file.getURL().getPath());
            var home = folder.resolve(address.getName(address.getNameCount() - 2));
            Files.createDirectories(home);
            try (var content = file.getInputStream()) {
                Files.copy(content, home.resolve(address.getName(address.getNameCount() - 1)));
            }
            packages.add(home);
        }
        return List.copyOf(packages);
    }
}
