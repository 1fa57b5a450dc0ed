package org.socialobservatory.api.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the goals of speed and memory on the census of Morocco and on a survey of a million people, and prints one
 * line for each workload.
 */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {

    /** The census's own code of the illiteracy of people of 15 and over. */
    private static final String INDICATOR = "taux-d-analphabetisme-des-15-ans-et-plus";

    /** The city of Salé in that census. */
    private static final int SHEETS_OF_A_TOWN = 100;

    private static final String COMMUNE = "4441010";

    @Option(names = "--csv", paramLabel = "FILE", description = "Also writes the numbers to a CSV file.")
    private @Nullable Path csv;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Folder of the reference data (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:observatory.reference-data:-../shared/data}")
    private Path reference = Path.of("../shared/data");

    @Option(names = "--runs", description = "Runs of a long workload (default: ${DEFAULT-VALUE}).", defaultValue = "3")
    private int runs = 3;

    @Option(
            names = "--peer",
            description = "Measures the nine queries alone: at the door, and beside TDB2 and DuckDB in one process.")
    private boolean peer;

    @Option(names = "--maps", description = "Measures the map explorer alone, on an invented land.")
    private boolean maps;

    @Option(names = "--ogc", description = "Measures features and tiles alone, on an invented land.")
    private boolean ogc;

    @Spec
    private @Nullable CommandSpec spec;

    private final List<Measurement> measured = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var census = reference.resolve("maroc-rgph2024").toAbsolutePath().normalize();
        if (!maps && !ogc && !Files.isDirectory(census)) {
            spec.commandLine().getErr().println("There is no census to measure on: " + census + " (see --reference)");
            return 3;
        }
        out.println(Measurement.header());
        var work = Files.createTempDirectory("observatory-bench");
        try {
            if (peer) {
                besidePeers(census, work, out);
            } else {
                if (!maps && !ogc) {
                    measure(census, work, out);
                }
                if (!ogc) {
                    new Maps(work, measurement -> report(measurement, out)).measure();
                }
                if (!maps) {
                    new Features(work, measurement -> report(measurement, out)).measure();
                }
            }
        } finally {
            remove(work);
        }
        if (csv != null) {
            var lines = new ArrayList<>(List.of(Measurement.csvHeader()));
            measured.forEach(measurement -> lines.add(measurement.csv()));
            Files.write(csv, lines);
        }
        return 0;
    }

    /** The nine queries, as a client meets them and engine beside engine. */
    private void besidePeers(Path census, Path work, PrintWriter out) throws IOException, InterruptedException {
        var data = work.resolve("data");
        var log = work.resolve("log");
        Program.run(log, "publish", census.toString(), "--yes", "--data", data.toString());
        try (var server = Program.serve(data, log)) {
            nineQueries(server, out);
        }
        new Peers(data, work, measurement -> report(measurement, out)).measure();
    }

    private void nineQueries(Program server, PrintWriter out) throws IOException, InterruptedException {
        for (var question : NineQueries.all()) {
            warm(
                    "SPARQL " + question.name(),
                    BenchCommand::bindings,
                    server,
                    40,
                    _ -> server.query(question.sparql()),
                    out);
        }
    }

    private void measure(Path census, Path work, PrintWriter out) throws IOException, InterruptedException {
        var tenth = work.resolve("tenth");
        long fewRows = Tenth.of(census, tenth);
        long manyRows = Tenth.rows(census);
        double small = publish("publish a tenth of the census", tenth, work, out);
        double whole = publish("publish the census, files to doors", census, work, out);
        report(Measurement.single("time per row, whole to tenth", whole / manyRows / (small / fewRows), "ratio"), out);
        start(work, out);
        doors(work, out);
        var survey = BigSurvey.write(work.resolve("survey.parquet"));
        var brought = BigIntake.write(survey, work.resolve("survey"));
        intake(brought, work, out);
        publish("publish the survey of a million, files to doors", brought.folder(), work, out);
        estimation(survey, brought, work, out);
        gate(out);
    }

    /** Figures with their errors from a million answers, beside the sums alone that they are made of and beside R. */
    private void estimation(BigSurvey survey, BigIntake brought, Path work, PrintWriter out)
            throws IOException, InterruptedException {
        var estimates = new double[runs + 2];
        var sums = new double[estimates.length];
        int figures = 0;
        for (int run = 0; run < estimates.length; run++) {
            long begin = System.nanoTime();
            survey.groupBarely();
            long between = System.nanoTime();
            figures = survey.estimate().cells().size();
            sums[run] = (between - begin) / 1e9;
            estimates[run] = (System.nanoTime() - between) / 1e9;
        }
        var bare = Measurement.of("a million answers grouped, without errors", "s", sums, 0);
        var ours = Measurement.of("a million answers estimated (" + figures + ")", "s", estimates, 0);
        report(bare, out);
        report(ours, out);
        report(
                Measurement.single(
                        "  time of the estimates to that of the sums", ours.median() / bare.median(), "ratio"),
                out);
        var others = SvyBy.seconds(brought.persons(), work);
        if (others.isPresent()) {
            report(Measurement.single("a million answers, the same by R's svyby", others.getAsDouble(), "s"), out);
            report(
                    Measurement.single(
                            "  time of R to that of the estimates", others.getAsDouble() / ours.median(), "ratio"),
                    out);
        }
    }

    /** A million answers as a text table, read into the vault in this process. */
    private void intake(BigIntake brought, Path work, PrintWriter out) throws IOException {
        var seconds = new double[runs];
        long answers = 0;
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            answers = brought.read(work.resolve("intake"));
            seconds[run] = (System.nanoTime() - begin) / 1e9;
        }
        report(Measurement.of("answers from CSV into the vault (" + answers + ")", "s", seconds, 0), out);
    }

    /** Withholds in this process, with as much memory as it was given. */
    private void gate(PrintWriter out) {
        var counts = new SmallCounts();
        var seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            seconds[run] = counts.seconds();
        }
        report(Measurement.of("gate with its audit (" + counts.cells() + " cells)", "s", seconds, 0), out);
    }

    /** Publishes into an empty observatory beside a running server; returns the median in seconds. */
    private double publish(String name, Path census, Path work, PrintWriter out)
            throws IOException, InterruptedException {
        var seconds = new double[runs];
        long peak = 0;
        long grown = 0;
        long cells = 0;
        for (int run = 0; run < runs; run++) {
            var data = work.resolve("data");
            remove(data);
            var log = work.resolve("log");
            try (var server = Program.serve(data, log)) {
                long empty = server.livingBytes();
                long begin = System.nanoTime();
                Program.run(log, "publish", census.toString(), "--yes", "--data", data.toString());
                server.get("/api/observations?limit=1", "application/json");
                cells = Program.at("/results/bindings/0/cells/value", server.query(BigIntake.text("count.rq")))
                        .asLong();
                seconds[run] = (System.nanoTime() - begin) / 1e9;
                peak = Math.max(peak, server.peakMiB());
                grown = server.livingBytes() - empty;
            }
        }
        var measurement = Measurement.of(name, "s", seconds, peak);
        report(measurement, out);
        report(Measurement.single("  memory that it takes", (double) grown / cells, "bytes/cell"), out);
        return measurement.median();
    }

    private void start(Path work, PrintWriter out) throws IOException, InterruptedException {
        var seconds = new double[runs + 2];
        long peak = 0;
        for (int run = 0; run < seconds.length; run++) {
            long begin = System.nanoTime();
            try (var server = Program.serve(work.resolve("data"), work.resolve("log"))) {
                seconds[run] = (System.nanoTime() - begin) / 1e9;
                peak = Math.max(peak, server.peakMiB());
            }
        }
        report(Measurement.of("start with the census to healthy", "s", seconds, peak), out);
    }

    private void doors(Path work, PrintWriter out) throws IOException, InterruptedException {
        try (var server = Program.serve(work.resolve("data"), work.resolve("log"))) {
            var indicators = indicators(server.query(NineQueries.sparql("6-whole-cube")));
            warm(
                    "choropleth of all communes, another map each time",
                    answer -> Program.at("/areas", answer).size(),
                    server,
                    200,
                    turn -> choropleth(server, indicators.get(turn % indicators.size())),
                    out);
            warm(
                    "choropleth of all communes, the same map again",
                    answer -> Program.at("/areas", answer).size(),
                    server,
                    200,
                    _ -> choropleth(server, INDICATOR),
                    out);
            nineQueries(server, out);
            warm(
                    "observations of one commune",
                    answer -> Program.at("/observations", answer).size(),
                    server,
                    40,
                    _ -> server.get("/api/observations?area=" + COMMUNE, "application/json"),
                    out);
            warm(
                    "page of one commune",
                    page -> page.split("<tr", -1).length - 1,
                    server,
                    40,
                    _ -> server.get("/areas/" + COMMUNE, "text/html"),
                    out);
            warm(
                    "diagnostic of one commune",
                    answer -> Program.at("/themes", answer).size(),
                    server,
                    40,
                    _ -> server.get("/api/areas/" + COMMUNE + "/diagnostic", "application/json"),
                    out);
            sheets(server, out);
        }
    }

    /** On paper: one by one, then those of a large town. */
    private void sheets(Program server, PrintWriter out) throws IOException, InterruptedException {
        warm("sheet of one commune as PDF", BenchCommand::documents, server, 5, _ -> sheet(server, COMMUNE), out);
        var communes = new ArrayList<String>();
        Program.at("/areas", choropleth(server, INDICATOR))
                .forEach(area -> communes.add(area.at("/code").asString()));
        var town = communes.subList(0, Math.min(SHEETS_OF_A_TOWN, communes.size()));
        long begin = System.nanoTime();
        try (var hands = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var printed : hands.invokeAll(town.stream()
                    .map(area -> (Callable<String>) () -> sheet(server, area))
                    .toList())) {
                if (documents(printed.get()) == 0) {
                    throw new IOException("A sheet is no PDF");
                }
            }
        } catch (ExecutionException unprinted) {
            throw new IOException(unprinted);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        report(Measurement.single("sheets of a town of " + town.size(), seconds, "s"), out);
    }

    private static String sheet(Program server, String area) throws IOException, InterruptedException {
        return server.get("/areas/" + area + "/sheet.pdf", "application/pdf");
    }

    private static int documents(String answer) {
        return answer.startsWith("%PDF-") ? 1 : 0;
    }

    private static String choropleth(Program server, String indicator) throws IOException, InterruptedException {
        return server.get("/api/choropleth?indicator=" + indicator + "&level=commune", "application/json");
    }

    /** The codes of all indicators that have figures. */
    private static List<String> indicators(String results) {
        var codes = new ArrayList<String>();
        for (var row : Program.at("/results/bindings", results)) {
            var iri = row.at("/indicator/value").asString();
            codes.add(iri.substring(iri.lastIndexOf('/') + 1));
        }
        return codes;
    }

    private static int bindings(String results) {
        return Program.at("/results/bindings", results).size();
    }

    /** A request to a server. */
    private interface Request {
        String send(int turn) throws IOException, InterruptedException;
    }

    /** Repeats a request until the server is warm, then as often again; a workload that answers nothing is no workload. */
    private void warm(
            String name, ToIntFunction<String> counted, Program server, int times, Request request, PrintWriter out)
            throws IOException, InterruptedException {
        int rows = counted.applyAsInt(request.send(0));
        if (rows == 0) {
            throw new IOException(name + ": the answer is empty, so nothing was measured");
        }
        for (int i = 0; i < times; i++) {
            request.send(i);
        }
        var milliseconds = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            request.send(i);
            milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
        report(Measurement.of(name + " (" + rows + ")", "ms", milliseconds, server.peakMiB()), out);
    }

    private void report(Measurement measurement, PrintWriter out) {
        measured.add(measurement);
        out.println(measurement.line());
        out.flush();
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
