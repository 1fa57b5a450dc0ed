package org.socialobservatory.ingest.warehouse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;

/**
 * The sha-256 of what an edition publishes, taken over canonical bytes, so that it depends on nothing but the content:
 *
 * <ol>
 *   <li>the line {@code social-observatory edition 1};
 *   <li>the definitions as {@link CanonicalJson}, and a line feed;
 *   <li>for each cell in canonical order a line of its fields, separated by tabs: indicator, breakdown, period, area,
 *       status; number and reliability; standard error, lower and upper bound, sample size, effective sample size,
 *       design effect, degrees of freedom, denominator, covariance with the parent; place of its resource in the list of
 *       resources, row. What is absent is empty. Numbers are canonical decimals.
 * </ol>
 *
 * All in UTF-8. Cells are fed one after the other.
 */
public final class ContentHash implements Consumer<Cell> {

    private static final String FORM = "social-observatory edition 1\n";
    /** Lines are handed to the digest in pieces of about this many characters. */
    private static final int PIECE = 1 << 16;

    private final MessageDigest digest;
    private final StringBuilder lines = new StringBuilder(PIECE + 1024);
    private @Nullable CellKey last;

    public ContentHash(Definitions definitions) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        digest.update(FORM.getBytes(StandardCharsets.UTF_8));
        digest.update(CanonicalJson.bytes(definitions));
        lines.append('\n');
    }

    /** The hash of content at hand, as 64 lower-case hexadecimal digits. */
    public static String of(EditionContent content) {
        var hash = new ContentHash(content.definitions());
        content.cells().forEach(hash);
        return hash.hex();
    }

    @Override
    public void accept(Cell cell) {
        var key = cell.key();
        if (last != null && last.compareTo(key) >= 0) {
            throw new IllegalArgumentException("Cells out of order: " + last + " before " + key);
        }
        last = key;
        lines.append(key.indicator()).append('\t').append(key.breakdown()).append('\t');
        lines.append(key.period()).append('\t').append(key.area()).append('\t');
        lines.append(cell.observed().statusName()).append('\t');
        switch (cell.observed()) {
            case Observed.Value value -> {
                number(value.number());
                lines.append(value.reliability().code()).append('\t');
                uncertainty(value.uncertainty());
            }
            case Observed.Withheld _, Observed.Missing _ -> {
                lines.append("\t\t");
                uncertainty(Uncertainty.NONE);
            }
        }
        lines.append(cell.origin().resource()).append('\t');
        lines.append(cell.origin().row()).append('\n');
        if (lines.length() > PIECE) {
            flush();
        }
    }

    private void uncertainty(Uncertainty known) {
        number(known.standardError());
        number(known.lower());
        number(known.upper());
        number(known.sampleSize());
        number(known.effectiveSampleSize());
        number(known.designEffect());
        number(known.degreesOfFreedom());
        number(known.denominator());
        number(known.parentCovariance());
    }

    /** The number, which its record keeps in canonical form, or nothing. */
    private void number(@Nullable BigDecimal number) {
        if (number != null) {
            lines.append(number.toPlainString());
        }
        lines.append('\t');
    }

    private void flush() {
        digest.update(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    /** The hash of all that was fed; nothing may be fed after it. */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }
}
