package org.socialobservatory.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import tools.jackson.databind.json.JsonMapper;

/** Against R spdep 1.2-7, over the 49 neighbourhoods of Columbus, Ohio. */
class LocalMoranTest {

    private static final int AREAS = 49;

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(ReferenceFolder.path(file)).stream()
                .map(line -> java.util.Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(cell -> cell.replaceAll("^\"|\"$", ""))
                        .toArray(String[]::new))
                .toList();
    }

    private static List<tools.jackson.databind.JsonNode> features() throws IOException {
        var found = new ArrayList<tools.jackson.databind.JsonNode>();
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(ReferenceFolder.path("spatial/columbus.geojson")))
                .get("features")
                .forEach(found::add);
        return found;
    }

    private static double[] values(String variable) throws IOException {
        return features().stream()
                .mapToDouble(feature -> feature.get("properties").get(variable).doubleValue())
                .toArray();
    }

    private static int[][] contiguity() throws IOException {
        var found = new TreeMap<Integer, List<Integer>>();
        rows("spatial/columbus_contiguity.csv").stream()
                .skip(1)
                .forEach(row -> found.computeIfAbsent(Integer.parseInt(row[0]) - 1, _ -> new ArrayList<>())
                        .add(Integer.parseInt(row[1]) - 1));
        return found.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    @Test
    @ReferenceData
    void findsTheNeighboursThatSpdepFinds() throws IOException, ParseException {
        var outlines = new HashMap<String, Geometry>();
        var features = features();
        for (int i = 0; i < AREAS; i++) {
            outlines.put(
                    Integer.toString(i),
                    new GeoJsonReader().read(features.get(i).get("geometry").toString()));
        }
        var neighbours = new Neighbours(outlines);
        var contiguity = contiguity();
        for (int i = 0; i < AREAS; i++) {
            assertThat(neighbours.of(Integer.toString(i)).stream().map(Integer::parseInt))
                    .as("area " + (i + 1))
                    .containsExactlyInAnyOrderElementsOf(
                            java.util.Arrays.stream(contiguity[i]).boxed().toList());
        }
    }

    @Test
    @ReferenceData
    void theStatisticIsThatOfLocalmoran() throws IOException {
        var morans = new HashMap<String, LocalMoran>();
        int compared = 0;
        for (var row : rows("spatial/reference.csv")) {
            if (row[3].equals("local_moran_Ii") && row[2].equals("queen_W")) {
                if (!morans.containsKey(row[1])) {
                    morans.put(row[1], new LocalMoran(values(row[1]), contiguity()));
                }
                assertThat(morans.get(row[1]).statistic(Integer.parseInt(row[4]) - 1))
                        .isCloseTo(Double.parseDouble(row[5]), within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3 * AREAS);
    }

    private static Map<String, Double> extra(String group) throws IOException {
        var found = new TreeMap<String, Double>();
        for (var row : rows("survey/extra-reference.csv")) {
            if (row[0].equals(group)) {
                found.put(row[2], Double.parseDouble(row[3]));
            }
        }
        return found;
    }

    @Test
    @ReferenceData
    void expectationAndVarianceAreThoseOfLocalmoran() throws IOException {
        var moran = new LocalMoran(values("CRIME"), contiguity());
        var r = extra("local-moran-conditional");
        assertThat(r).hasSizeGreaterThan(20);
        for (var answer : r.entrySet()) {
            int area = Integer.parseInt(answer.getKey().replaceAll(".*_", "")) - 1;
            if (answer.getKey().startsWith("E_")) {
                assertThat(moran.expectation(area)).isCloseTo(answer.getValue(), within(1e-10));
            } else if (answer.getKey().startsWith("Var_")) {
                assertThat(moran.variance(area)).isCloseTo(answer.getValue(), within(1e-10));
            }
        }
    }

    /** statistics.md §8: within four standard errors of every set of neighbours. */
    @Test
    @ReferenceData
    void theDrawsSayWhatEverySetOfNeighboursSays() throws IOException {
        var drawn = new LocalMoran(values("CRIME"), contiguity()).p(true);
        var exact = extra("local-moran-exact-permutation");
        int compared = 0;
        for (int area = 1; area <= AREAS; area++) {
            if (exact.containsKey("p_ge_" + area)) {
                double least = Math.min(
                        Objects.requireNonNull(exact.get("p_ge_" + area)),
                        Objects.requireNonNull(exact.get("p_le_" + area)));
                double error = 2 * Math.sqrt(least * (1 - least) / LocalMoran.DRAWS);
                assertThat(drawn[area - 1])
                        .as("area " + area)
                        .isCloseTo(Math.min(1, 2 * least), within(4 * error + 4e-5));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(13);
    }

    @Test
    @ReferenceData
    void stoppingWhereNothingCanComeOfItChangesNoVerdict() throws IOException {
        var moran = new LocalMoran(values("CRIME"), contiguity());
        var all = BenjaminiHochberg.adjusted(moran.p(true));
        var some = BenjaminiHochberg.adjusted(moran.p(false));
        for (int i = 0; i < AREAS; i++) {
            assertThat(some[i] <= BenjaminiHochberg.LEVEL).isEqualTo(all[i] <= BenjaminiHochberg.LEVEL);
        }
    }

    private static Map<String, Geometry> squares(int side) {
        var squares = new HashMap<String, Geometry>();
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                squares.put(
                        x + "-" + y,
                        new GeometryFactory()
                                .toGeometry(new Envelope(x / 100.0, (x + 1) / 100.0, y / 100.0, (y + 1) / 100.0)));
            }
        }
        return squares;
    }

    @Test
    void aCornerIsABorder() {
        var neighbours = new Neighbours(squares(3));
        assertThat(neighbours.of("1-1")).hasSize(8);
        assertThat(neighbours.of("0-0")).containsExactly("0-1", "1-0", "1-1");
    }

    @Test
    void aHotSpotIsHighAmongHighOnes() {
        var values = new TreeMap<String, Double>();
        var neighbours = new Neighbours(squares(8));
        squares(8).keySet().forEach(area -> {
            int x = area.charAt(0) - '0';
            int y = area.charAt(2) - '0';
            values.put(area, (x < 3 && y < 3 ? 50 : x > 4 && y > 4 ? 10 : 30) + (x * 7 + y * 3) % 5 * 0.4);
        });
        values.put("1-6", 60.0);
        var clusters = Clusters.of(values, neighbours);
        assertThat(Objects.requireNonNull(clusters.get("1-1")).kind()).isEqualTo(Cluster.Kind.HOT_SPOT);
        assertThat(Objects.requireNonNull(clusters.get("6-6")).kind()).isEqualTo(Cluster.Kind.COLD_SPOT);
        assertThat(Objects.requireNonNull(clusters.get("4-1")).kind()).isEqualTo(Cluster.Kind.NOT_SIGNIFICANT);
    }

    @Test
    void whereAllValuesAreEqualThereIsNoCluster() {
        var values = new TreeMap<String, Double>();
        squares(4).keySet().forEach(area -> values.put(area, 7.0));
        assertThat(Clusters.of(values, new Neighbours(squares(4)))).isEmpty();
    }

    @Test
    void areasWithoutValueOrNeighbourAreLeftOut() {
        var outlines = squares(4);
        outlines.put("island", new GeometryFactory().toGeometry(new Envelope(1, 1.01, 1, 1.01)));
        var values = new TreeMap<String, Double>();
        outlines.keySet().forEach(area -> values.put(area, (double) area.hashCode() % 17));
        values.remove("0-0");
        assertThat(Clusters.of(values, new Neighbours(outlines)).keySet())
                .hasSize(15)
                .doesNotContain("0-0", "island");
    }

    @Test
    void amongFewAreasNothingIsDrawnForNothingCouldBeTelling() {
        var values = new TreeMap<>(Map.of("0-0", 1.0, "0-1", 2.0, "1-0", 9.0, "1-1", 4.0));
        assertThat(Clusters.of(values, new Neighbours(squares(2))).values())
                .hasSize(4)
                .allSatisfy(cluster -> {
                    assertThat(cluster.kind()).isEqualTo(Cluster.Kind.NOT_SIGNIFICANT);
                    assertThat(cluster.p()).isNaN();
                });
    }
}
