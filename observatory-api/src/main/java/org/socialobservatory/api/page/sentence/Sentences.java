package org.socialobservatory.api.page.sentence;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.diagnostic.Reason;
import org.socialobservatory.api.diagnostic.Verdict;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.sentence.Sentence.Kind;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.cube.Observed;

/**
 * The three sentences above a diagnostic: where the area does better than the one beside it, where worse, and what is not
 * known well enough. Only differences that are established are told, the clearest first.
 */
public final class Sentences {

    /** As many as are remembered. */
    private static final int NAMED = 3;

    private final Visit visit;
    private final Language language;

    private Sentences(Visit visit) {
        this.visit = visit;
        this.language = visit.wording().language();
    }

    public static List<Sentence> of(Visit visit, Diagnostic diagnostic) {
        return new Sentences(visit).sentences(diagnostic);
    }

    private List<Sentence> sentences(Diagnostic diagnostic) {
        var lines = diagnostic.lines().stream()
                .filter(line -> line.index() == null && line.figure() != null)
                .toList();
        var told = new ArrayList<Sentence>();
        if (diagnostic.surroundings().reference() != null) {
            told.add(compared(Kind.STRONGER, Verdict.BETTER, diagnostic, lines));
            told.add(compared(Kind.WEAKER, Verdict.WORSE, diagnostic, lines));
        }
        if (!lines.isEmpty()) {
            told.add(unknown(lines));
        }
        return told;
    }

    private Sentence compared(Kind kind, Verdict verdict, Diagnostic diagnostic, List<Line> lines) {
        var found = lines.stream()
                .filter(line -> line.reference() != null && line.reference().verdict() == verdict)
                .sorted(Comparator.comparingDouble(Sentences::clarity)
                        .reversed()
                        .thenComparing(Line::indicator))
                .toList();
        var named = found.stream().limit(NAMED).toList();
        var area = visit.names().area(diagnostic.surroundings().area().code());
        var other = visit.names()
                .area(Objects.requireNonNull(diagnostic.surroundings().reference())
                        .code());
        var list = list(named.stream().map(this::beside).toList());
        var key = "sentence." + kind.code() + (found.isEmpty() ? ".none" : found.size() > NAMED ? ".first" : "");
        var text = visit.wording()
                .say(
                        key,
                        found.size(),
                        visit.wording().whole(found.size()),
                        area,
                        French.than(language, other),
                        list,
                        French.isPlural(area) ? "plural" : "singular");
        return new Sentence(kind, language, text, iris(named));
    }

    /**
     * How far two figures lie apart, whatever their unit: of percentages on the scale on which all differences are equally
     * visible (Cohen's h), of others beside what they are.
     */
    private static double clarity(Line line) {
        double one = number(line.figure());
        double other = number(Objects.requireNonNull(line.reference()).other());
        return line.meaning().unit().equals("percent")
                ? Math.abs(angle(one / 100) - angle(other / 100))
                : Math.abs(one - other) / Math.max(Math.abs(other), Double.MIN_NORMAL);
    }

    private static double angle(double share) {
        return 2 * Math.asin(Math.sqrt(Math.clamp(share, 0, 1)));
    }

    private static double number(@org.jspecify.annotations.Nullable PublishedCell cell) {
        return cell != null && cell.observed() instanceof Observed.Value value
                ? value.number().doubleValue()
                : Double.NaN;
    }

    private String beside(Line line) {
        var own = visit.figures().of(Objects.requireNonNull(line.figure()));
        var other = visit.figures()
                .of(Objects.requireNonNull(
                        Objects.requireNonNull(line.reference()).other()));
        return visit.wording()
                .say(
                        "sentence.item",
                        label(line),
                        said(own),
                        said(other),
                        visit.names().area(other.area()));
    }

    /** What an estimate says is where it lies. */
    private static String said(Figure figure) {
        return figure.interval() == null ? figure.text() : figure.interval();
    }

    private String label(Line line) {
        var label = visit.names().indicator(line.indicator()).label();
        return language == Language.AR ? label : French.within(label);
    }

    private Sentence unknown(List<Line> lines) {
        var found = lines.stream().filter(Sentences::isUnknown).toList();
        var named = found.stream().limit(NAMED).toList();
        var key = "sentence.unknown" + (found.isEmpty() ? ".none" : found.size() > NAMED ? ".first" : "");
        var text = visit.wording()
                .say(
                        key,
                        found.size(),
                        visit.wording().whole(found.size()),
                        list(named.stream().map(this::label).toList()));
        return new Sentence(Kind.UNKNOWN, language, text, iris(named));
    }

    /** Whether the area's own figure cannot be read: withheld, missing, or too uncertain. */
    static boolean isUnknown(Line line) {
        var figure = line.figure();
        var reason = line.reference() == null ? null : line.reference().reason();
        return figure != null
                && (!(figure.observed() instanceof Observed.Value value)
                        || value.reliability() == org.socialobservatory.ontology.cube.Reliability.UNRELIABLE
                        || reason == Reason.NO_ERROR);
    }

    private String list(List<String> items) {
        return ListFormatter.getInstance(new ULocale(language == Language.EN ? "en_GB" : language.tag()))
                .format(items);
    }

    private List<String> iris(List<Line> lines) {
        return lines.stream()
                .map(Line::figure)
                .filter(Objects::nonNull)
                .map(cell -> visit.snapshot().iris().observation(cell.dataset().code(), cell.key()))
                .toList();
    }
}
