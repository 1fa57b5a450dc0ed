package org.socialobservatory.api.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.socialobservatory.api.browser.Browser;
import org.socialobservatory.api.browser.Page;

/** The map explorer on {@link InventedLand}: what the server answers, and what a reader's browser makes of it. */
final class Maps {

    /** As many as the communes of Morocco. */
    private static final int QUARTERS = 1_544;

    private static final int MANY_QUARTERS = 32_000;
    private static final long SEED = 7;
    private static final int TIMES = 20;

    private final Path work;
    private final Consumer<Measurement> report;

    Maps(Path work, Consumer<Measurement> report) {
        this.work = work;
        this.report = report;
    }

    void measure() throws IOException, InterruptedException {
        served(QUARTERS, this::aThousandAreas);
        served(MANY_QUARTERS, this::manyAreas);
    }

    private interface Look {
        void at(Program server) throws IOException, InterruptedException;
    }

    private void served(int quarters, Look look) throws IOException, InterruptedException {
        var land = work.resolve("land-" + quarters);
        var data = work.resolve("map-data-" + quarters);
        var log = work.resolve("log");
        InventedLand.write(land, quarters, SEED);
        Program.run(log, "publish", land.toString(), "--yes", "--data", data.toString());
        try (var server = Program.serve(data, log)) {
            look.at(server);
        }
    }

    private static String map(int indicator) {
        return "/map?level=quartier&within=land&indicator=" + InventedLand.INDICATORS.get(indicator);
    }

    private void aThousandAreas(Program server) throws IOException, InterruptedException {
        var milliseconds = new double[TIMES];
        int bytes = 0;
        for (int turn = -TIMES; turn < TIMES; turn++) {
            long begin = System.nanoTime();
            var page = server.get(map(Math.floorMod(turn, 3)) + "&lang=fr", "text/html");
            if (turn >= 0) {
                milliseconds[turn] = (System.nanoTime() - begin) / 1e6;
                bytes = page.length();
            }
        }
        report.accept(
                Measurement.of("page of the map of " + QUARTERS + " areas", "ms", milliseconds, server.peakMiB()));
        report.accept(Measurement.single("  its HTML", bytes / 1e3, "kB"));
        var browser = Browser.program();
        if (browser.isPresent()) {
            try (var started = Browser.start(browser.get());
                    var opened = started.page()) {
                repainted(opened, server);
            }
        }
    }

    private void repainted(Page browser, Program server) throws IOException, InterruptedException {
        browser.open(URI.create(server.address(map(0))));
        awaitDrawn(browser, "document.querySelectorAll('area-map path.leaflet-interactive').length >= " + QUARTERS);
        report.accept(Measurement.single(
                "  its JavaScript and CSS, compressed",
                browser.run(BigIntake.text("map-weight.js")).asDouble() / 1e3,
                "kB"));
        var changed = BigIntake.text("map-changed.js");
        var milliseconds = new double[TIMES];
        for (int turn = -3; turn < TIMES; turn++) {
            var indicator = InventedLand.INDICATORS.get(Math.floorMod(turn + 1, 3));
            double took = browser.run(changed.replace("INDICATOR", indicator)).asDouble();
            if (turn >= 0) {
                milliseconds[turn] = took;
            }
        }
        report.accept(Measurement.of("  another indicator, until the map is painted", "ms", milliseconds, 0));
    }

    private static void awaitDrawn(Page browser, String condition) throws IOException, InterruptedException {
        browser.run(BigIntake.text("map-drawn.js").replace("CONDITION", condition));
    }

    private void manyAreas(Program server) throws IOException, InterruptedException {
        var browser = Browser.program();
        if (browser.isEmpty()) {
            return;
        }
        try (var started = Browser.start(browser.get());
                var opened = started.page()) {
            opened.open(URI.create(server.address(map(0))));
            awaitDrawn(opened, "document.querySelectorAll('area-map canvas').length > 3 && performance.now() > 4000");
            var frames = opened.run(BigIntake.text("map-moved.js"));
            var milliseconds =
                    frames.valueStream().mapToDouble(frame -> frame.asDouble()).toArray();
            report.accept(Measurement.of(
                    "a frame of moving the map of " + MANY_QUARTERS + " areas", "ms", milliseconds, server.peakMiB()));
            long quick = java.util.Arrays.stream(milliseconds)
                    .filter(frame -> frame < 100)
                    .count();
            report.accept(Measurement.single("  frames under 100 ms", 100.0 * quick / milliseconds.length, "percent"));
        }
    }
}
