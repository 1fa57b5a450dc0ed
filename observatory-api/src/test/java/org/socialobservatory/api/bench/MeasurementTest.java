package org.socialobservatory.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {

    @Test
    void quotesTheMedianAndTheOutermostOfFewRuns() {
        var measurement = Measurement.of("three runs", "s", new double[] {3, 1, 2}, 0);
        assertThat(measurement.median()).isEqualTo(2);
        assertThat(measurement.low()).isEqualTo(1);
        assertThat(measurement.high()).isEqualTo(3);
    }

    @Test
    void leavesOutTheOutermostTwentiethOfManyRuns() {
        var runs = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        var measurement = Measurement.of("a hundred runs", "ms", runs, 512);
        assertThat(measurement.median()).isEqualTo(50.5);
        assertThat(measurement.low()).isEqualTo(6);
        assertThat(measurement.high()).isEqualTo(95);
        assertThat(measurement.csv()).isEqualTo("\"a hundred runs\",50.5000,6.0000,95.0000,ms,512");
    }

    @Test
    void aTenthKeepsWholeAreasAndTheOtherFiles(@TempDir Path folder) throws IOException {
        var whole = Files.createDirectory(folder.resolve("whole"));
        Files.writeString(whole.resolve("datapackage.yaml"), "name: n");
        var facts = new StringBuilder("geo_code,value\n");
        for (int area = 0; area < 1000; area++) {
            facts.append(area).append(",1\n").append(area).append(",2\n");
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole.resolve("facts.csv.gz")))) {
            out.write(facts.toString().getBytes(StandardCharsets.UTF_8));
        }
        long kept = Tenth.of(whole, folder.resolve("tenth"));
        assertThat(kept).isBetween(150L, 250L).isEven();
        assertThat(Tenth.rows(folder.resolve("tenth"))).isEqualTo(kept);
        assertThat(folder.resolve("tenth/datapackage.yaml")).hasContent("name: n");
    }
}
