package org.socialobservatory.api.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes words of names in French, Arabic and English: without case, accents, vowel marks and the variants of Arabic
 * letters; apostrophes and hyphens part words.
 */
final class NameAnalysis extends Analyzer {

    private final boolean index;

    /** @param index whether names are analysed, or what a reader types */
    NameAnalysis(boolean index) {
        this.index = index;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = CharTokenizer.fromTokenCharPredicate(
                c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
        TokenStream stream = new LowerCaseFilter(words);
        stream = new DecimalDigitFilter(stream);
        stream = new ArabicNormalizationFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(words, index ? new WithoutArticle(stream) : stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return 10;
    }

    /** Adds to an Arabic word with the article the word without it, at the same place. */
    private static final class WithoutArticle extends TokenFilter {

        private static final String ARTICLE = "ال";
        /** Shorter ones have no article, they only begin like one. */
        private static final int SHORTEST = 4;

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private @Nullable State whole;

        WithoutArticle(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (whole != null) {
                restoreState(whole);
                whole = null;
                var bare = term.toString().substring(ARTICLE.length());
                term.setEmpty().append(bare);
                position.setPositionIncrement(0);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            if (term.length() >= SHORTEST && term.toString().startsWith(ARTICLE)) {
                whole = captureState();
            }
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            whole = null;
        }
    }
}
