package org.socialobservatory.api.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.socialobservatory.api.search.Thing.Kind;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;

/** The names of all things of a snapshot, in memory. What a reader types is text, never a query language. */
public final class SearchIndex {

    private static final PerSnapshot<SearchIndex> INDEXES =
            new PerSnapshot<>(snapshot -> new SearchIndex(Thing.all(snapshot)));

    private static final String KIND = "kind";
    private static final String CODE = "code";
    /** Words of all names. */
    private static final String NAME = "name";
    /** Names as a whole, their words joined by spaces. */
    private static final String WHOLE = "whole";

    /** Longer words may have one letter wrong. */
    private static final int LONG_WORD = 4;

    private static final float CODE_WEIGHT = 100;
    private static final float WHOLE_WEIGHT = 20;
    private static final float WORD_WEIGHT = 2;

    private static final Analyzer NAMES = new NameAnalysis(true);
    private static final Analyzer TYPED = new NameAnalysis(false);

    private final List<Thing> things;
    private final IndexSearcher searcher;

    /**
     * Part of what was found.
     *
     * @param matched how many there are in all
     */
    public record Found(List<Thing> things, int matched) {}

    /** That of a snapshot, made once. */
    public static SearchIndex of(Snapshot snapshot) {
        return INDEXES.of(snapshot);
    }

    SearchIndex(List<Thing> things) {
        this.things = List.copyOf(things);
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(NAMES))) {
                for (Thing thing : this.things) {
                    writer.addDocument(document(thing));
                }
                // One segment: the number of a document is that of its thing.
                writer.forceMerge(1);
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Document document(Thing thing) throws IOException {
        var document = new Document();
        document.add(new StringField(KIND, thing.kind().code(), Field.Store.NO));
        document.add(new StringField(CODE, thing.code().toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new TextField(NAME, thing.code(), Field.Store.NO));
        for (String name : thing.names().texts().values()) {
            document.add(new TextField(NAME, name, Field.Store.NO));
            document.add(new StringField(WHOLE, String.join(" ", words(name)), Field.Store.NO));
        }
        return document;
    }

    private static List<String> words(String text) throws IOException {
        var words = new ArrayList<String>();
        try (var stream = TYPED.tokenStream(NAME, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        }
        return words;
    }

    /**
     * The best first: the very code, then the whole name, then names with all the words, of which the last may be
     * unfinished. Where nothing is found, long words may have a letter wrong.
     *
     * @param from how many to leave out at the beginning
     */
    public Found find(String text, Set<Kind> kinds, int from, int limit) {
        try {
            var words = words(text);
            var found = find(text, words, kinds, from, limit, false);
            return found.matched() > 0 ? found : find(text, words, kinds, from, limit, true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Found find(String text, List<String> words, Set<Kind> kinds, int from, int limit, boolean forgiving)
            throws IOException {
        var query = new BooleanQuery.Builder().add(named(text, words, forgiving), Occur.MUST);
        if (!kinds.isEmpty()) {
            var codes = kinds.stream().map(kind -> new BytesRef(kind.code())).toList();
            query.add(new TermInSetQuery(KIND, codes), Occur.FILTER);
        }
        var collectors = new TopScoreDocCollectorManager(from + limit, Integer.MAX_VALUE);
        var top = searcher.search(query.build(), collectors);
        var page = new ArrayList<Thing>();
        for (int i = from; i < top.scoreDocs.length; i++) {
            page.add(things.get(top.scoreDocs[i].doc));
        }
        return new Found(page, (int) top.totalHits.value());
    }

    private static Query named(String text, List<String> words, boolean forgiving) {
        var any = new BooleanQuery.Builder()
                .add(weighted(new TermQuery(new Term(CODE, text.toLowerCase(Locale.ROOT))), CODE_WEIGHT), Occur.SHOULD);
        if (!words.isEmpty()) {
            var all = new BooleanQuery.Builder();
            for (int i = 0; i < words.size(); i++) {
                all.add(word(words.get(i), i == words.size() - 1, forgiving), Occur.MUST);
            }
            any.add(all.build(), Occur.SHOULD);
            any.add(weighted(new TermQuery(new Term(WHOLE, String.join(" ", words))), WHOLE_WEIGHT), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query word(String word, boolean last, boolean forgiving) {
        var term = new Term(NAME, word);
        var either = new BooleanQuery.Builder().add(weighted(new TermQuery(term), WORD_WEIGHT), Occur.SHOULD);
        if (last) {
            either.add(new PrefixQuery(term), Occur.SHOULD);
        }
        if (forgiving && word.length() >= LONG_WORD) {
            either.add(new FuzzyQuery(term, 1), Occur.SHOULD);
        }
        return either.build();
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }
}
