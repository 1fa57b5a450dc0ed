package org.socialobservatory.api.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One workload, measured.
 *
 * @param median of the runs
 * @param low smallest run, or the 5th percentile of many
 * @param high largest run, or the 95th percentile of many
 * @param peakMiB largest resident memory of the server so far, in MiB; 0 where there was none
 */
record Measurement(String name, double median, double low, double high, String unit, long peakMiB) {

    /** From this many runs on, the spread leaves out the outermost twentieth at either end. */
    private static final int MANY = 40;

    /** A number that was found once, such as a size. */
    static Measurement single(String name, double value, String unit) {
        return new Measurement(name, value, value, value, unit, 0);
    }

    static Measurement of(String name, String unit, double[] runs, long peakMiB) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        int cut = sorted.length >= MANY ? sorted.length / 20 : 0;
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Measurement(name, median, sorted[cut], sorted[sorted.length - 1 - cut], unit, peakMiB);
    }

    static String header() {
        return String.format(
                Locale.ROOT, "%-56s %10s %21s  %-12s %8s", "workload", "median", "spread", "unit", "peak MiB");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-56s %10.2f %21s  %-12s %8s",
                name,
                median,
                low == high ? "" : String.format(Locale.ROOT, "%10.2f–%-10.2f", low, high),
                unit,
                peakMiB == 0 ? "" : Long.toString(peakMiB));
    }

    static String csvHeader() {
        return "name,median,low,high,unit,peak_mib";
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "\"%s\",%.4f,%.4f,%.4f,%s,%d",
                name.replace("\"", "\"\""),
                median,
                low,
                high,
                unit,
                peakMiB);
    }
}
