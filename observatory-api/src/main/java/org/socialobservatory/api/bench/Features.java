package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** OGC API on 32,000 detailed quarters of {@link InventedLand}: a page of features, and tiles at every zoom. */
final class Features {

    private static final int QUARTERS = 32_000;
    private static final long SEED = 11;
    /** Parts of an edge: an outline has about 72 corners. */
    private static final int BENDS = 12;

    private static final int TIMES = 20;
    private static final List<Integer> ZOOMS = List.of(0, 6, 8, 10, 12, 14);
    /** Each makes another address of one tile, and so one that is not kept. */
    private static final List<String> FRESH =
            List.of("lang=fr", "lang=ar", "lang=en", "f=mvt", "f=mvt&lang=fr", "f=mvt&lang=ar", "f=mvt&lang=en");

    private static final String COLLECTION = "/ogc/collections/areas-quartier/";
    private static final String TILE = "application/vnd.mapbox-vector-tile";

    private final Path work;
    private final Consumer<Measurement> report;

    Features(Path work, Consumer<Measurement> report) {
        this.work = work;
        this.report = report;
    }

    void measure() throws IOException, InterruptedException {
        var land = work.resolve("detailed-land");
        var data = work.resolve("feature-data");
        var log = work.resolve("log");
        InventedLand.write(land, QUARTERS, SEED, BENDS);
        Program.run(log, "publish", land.toString(), "--yes", "--data", data.toString());
        try (var server = Program.serve(data, log)) {
            long begin = System.nanoTime();
            server.length(tile(0) + "?f=mvt", TILE);
            report.accept(Measurement.single(
                    "tiles of all zooms made ready, after the start", (System.nanoTime() - begin) / 1e9, "s"));
            for (int zoom : ZOOMS) {
                tiles(server, zoom);
            }
            items(server);
        }
    }

    /** Over the middle of the land. */
    private static String tile(int zoom) {
        double side = 1 << zoom;
        double latitude = Math.toRadians(InventedLand.LAND.centre().y);
        double north = Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI;
        return COLLECTION + "tiles/WebMercatorQuad/" + zoom + "/" + (int) ((1 - north) / 2 * side) + "/"
                + (int) ((InventedLand.LAND.centre().x + 180) / 360 * side);
    }

    private void tiles(Program server, int zoom) throws IOException, InterruptedException {
        var address = tile(zoom);
        var cold = new double[FRESH.size() - 1];
        int bytes = 0;
        for (int i = 0; i < FRESH.size(); i++) {
            long begin = System.nanoTime();
            bytes = server.length(address + "?" + FRESH.get(i), TILE);
            if (i > 0) {
                cold[i - 1] = (System.nanoTime() - begin) / 1e6;
            }
        }
        var name = "tile of " + QUARTERS + " quarters at zoom " + zoom + ", ";
        report.accept(Measurement.of(name + "cold", "ms", cold, server.peakMiB()));
        var warm = new double[TIMES];
        for (int turn = -TIMES; turn < TIMES; turn++) {
            long begin = System.nanoTime();
            server.length(address, TILE);
            if (turn >= 0) {
                warm[turn] = (System.nanoTime() - begin) / 1e6;
            }
        }
        report.accept(Measurement.of(name + "warm", "ms", warm, server.peakMiB()));
        report.accept(Measurement.single("  its size", bytes / 1e3, "kB"));
    }

    /** Another part of the land each time. */
    private void items(Program server) throws IOException, InterruptedException {
        var milliseconds = new double[TIMES];
        int features = 0;
        for (int turn = -2 * TIMES; turn < TIMES; turn++) {
            double west = InventedLand.LAND.getMinX() + 0.02 * Math.floorMod(turn, TIMES);
            var box = String.format(Locale.ROOT, "%.3f,33.7,%.3f,34.2", west, west + 0.4);
            long begin = System.nanoTime();
            var page = server.get(COLLECTION + "items?limit=1000&bbox=" + box, "application/geo+json");
            if (turn >= 0) {
                milliseconds[turn] = (System.nanoTime() - begin) / 1e6;
                features = Program.at("/features", page).size();
            }
        }
        report.accept(Measurement.of(
                "items with bbox and limit 1000 (" + features + ")", "ms", milliseconds, server.peakMiB()));
    }
}
