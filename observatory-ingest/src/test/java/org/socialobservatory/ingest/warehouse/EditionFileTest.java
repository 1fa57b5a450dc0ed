package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.EditionContent;

class EditionFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static void assertComesBack(EditionContent content, Path path) {
        EditionFile.write(path, content);
        var file = EditionFile.read(path);
        var cells = new ArrayList<Cell>();
        file.cells(cells::add);

        assertThat(file.definitions()).isEqualTo(content.definitions());
        assertThat(cells).isEqualTo(content.cells());
        assertThat(file.hash()).isEqualTo(ContentHash.of(content));
    }

    @Test
    void anEditionIsItsFile() {
        assertComesBack(Editions.small("essai"), folder.resolve("l'édition.parquet"));
    }

    @Test
    void theOrderOfCellsIsKeptInALargeFile() {
        assertComesBack(Editions.large("essai", 300_000), folder.resolve("large.parquet"));
    }

    @Test
    void anEditionWithoutCellsIsAnEdition() {
        assertComesBack(Editions.large("essai", 0), folder.resolve("empty.parquet"));
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws IOException {
        EditionFile.write(folder.resolve("one.parquet"), Editions.small("essai"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("one.parquet"));
        }
    }

    @Test
    void refusesWhatIsNotAnEdition() throws IOException {
        var path = folder.resolve("broken.parquet");
        EditionFile.write(path, Editions.small("essai"));
        var bytes = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> EditionFile.read(path)).isInstanceOf(WarehouseException.class);
        assertThatThrownBy(() -> EditionFile.read(folder.resolve("absent.parquet")))
                .isInstanceOf(WarehouseException.class);
    }
}
