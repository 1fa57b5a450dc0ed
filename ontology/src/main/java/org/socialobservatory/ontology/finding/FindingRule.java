package org.socialobservatory.ontology.finding;

import static org.socialobservatory.ontology.finding.Severity.ERROR;
import static org.socialobservatory.ontology.finding.Severity.INFO;
import static org.socialobservatory.ontology.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.Language;

/**
 * Every rule that a package can break. What is wrong and what would satisfy it stands, once in each language, in
 * {@code ontology/findings}; {@code {0}}, {@code {1}} … there stand for the arguments of the finding.
 */
public enum FindingRule {
    // The package and its description.
    PACKAGE_UNREADABLE(ERROR),
    DESCRIPTOR_MISSING(ERROR),
    DESCRIPTOR_MALFORMED(ERROR),
    DESCRIPTOR_UNREADABLE(ERROR),
    KEY_MISSING(ERROR),
    KEY_UNKNOWN(ERROR),
    KEY_IGNORED(WARNING),
    VALUE_NOT_ALLOWED(ERROR),
    ROLE_MISSING(WARNING),
    ROLE_NOT_TAKEN(ERROR),
    NAME_TWICE(ERROR),
    SOURCES_MISSING(ERROR),
    SOURCE_ASSUMED(WARNING),
    TRANSLATION_MISSING(WARNING),

    // Files.
    PATH_OUTSIDE(ERROR),
    FILE_MISSING(ERROR),
    FILE_UNUSED(INFO),
    FILE_DAMAGED(ERROR),
    FILE_TRUNCATED(ERROR),
    FORMAT_UNKNOWN(ERROR),
    ARCHIVE_TOO_LARGE(ERROR),
    ARCHIVE_TOO_MANY_FILES(ERROR),
    WORKBOOK_TOO_LARGE(ERROR),
    WORKBOOK_LOCKED(ERROR),
    XML_ENTITY(ERROR),
    SHEET_MISSING(ERROR),
    SHEETS_UNREAD(WARNING),
    FORMULA_ERROR(ERROR),
    HEADER_MERGED(WARNING),
    PERCENT_CELLS(INFO),
    TABLE_EMPTY(ERROR),
    TABLE_WITHOUT_ROWS(WARNING),
    ENCODING_UNKNOWN(ERROR),
    ENCODING_WRONG(ERROR),
    TEXT_WITH_NUL(ERROR),
    ENCODING_GUESSED(WARNING),
    LETTERS_LOST(ERROR),
    ROW_RAGGED(ERROR),
    ROW_MALFORMED(ERROR),

    // Columns and codes.
    COLUMN_MISSING(ERROR),
    COLUMN_REPEATED(ERROR),
    COLUMNS_UNUSED(WARNING),
    CODE_MISSING(ERROR),
    CODE_MALFORMED(ERROR),
    CODE_UNMAPPED(ERROR),
    CODE_UNKNOWN(ERROR),
    CODE_REPEATED(ERROR),
    ROWS_REPEATED(WARNING),
    LABEL_MISSING(WARNING),
    INDICATOR_UNKNOWN(ERROR),
    INDICATOR_SHARED(INFO),
    INDICATOR_DIFFERS(WARNING),
    DIMENSION_WITHOUT_LIST(WARNING),
    TYPE_WRONG(ERROR),
    CONSTRAINT_BROKEN(ERROR),
    ROWS_REFUSED(WARNING),

    // Numbers and dates.
    NUMBER_MALFORMED(ERROR),
    DECIMAL_MARK_WRONG(ERROR),
    DECIMAL_MARK_AMBIGUOUS(ERROR),
    NUMBERS_SHORTENED(INFO),
    DATE_MALFORMED(ERROR),
    PERIOD_MALFORMED(ERROR),

    // Areas and places.
    AREA_UNKNOWN(ERROR),
    PARENT_UNKNOWN(ERROR),
    AREA_CYCLE(ERROR),
    AREA_DIFFERS(WARNING),
    AREA_OF_OTHER_LEVEL(WARNING),
    LEVEL_MISSING(ERROR),
    LEVEL_UNKNOWN(WARNING),
    VERSION_NOT_LATER(ERROR),
    VERSION_UNEXPLAINED(ERROR),
    VALIDITY_REVERSED(ERROR),
    VALIDITY_OVERLAPS(WARNING),
    WEIGHT_OUTSIDE(ERROR),
    AREA_WITHOUT_OUTLINE(WARNING),
    OUTLINE_REPAIRED(WARNING),
    OUTLINE_TWICE(WARNING),
    OUTLINE_UNUSABLE(ERROR),
    OUTLINE_APART(WARNING),
    OUTSIDE_WORLD(ERROR),
    GEOMETRY_MALFORMED(ERROR),
    GEOMETRY_WITHOUT_CRS(ERROR),
    CRS_UNKNOWN(ERROR),
    OUTLINES_OVERLAP(WARNING),
    OUTLINES_GAP(WARNING),
    POINT_OUTSIDE(WARNING),
    PLACE_WITHOUT_LOCATION(WARNING),

    // Questionnaires.
    FORM_TOO_LONG(ERROR),
    FORM_CELL_MISSING(ERROR),
    FORM_TYPE_UNKNOWN(ERROR),
    FORM_NAME_MALFORMED(ERROR),
    FORM_NAME_TWICE(ERROR),
    FORM_GROUP_UNBALANCED(ERROR),
    FORM_LIST_MISSING(ERROR),
    FORM_CHOICE_TWICE(WARNING),
    QUESTION_UNKNOWN(ERROR),
    COMPARED_UNPUBLISHED(WARNING),

    // Answers of persons. No finding of these may carry what stands in a personal column.
    FORM_VERSION_DIFFERS(WARNING),
    COLUMNS_UNASKED(WARNING),
    IDENTIFYING_DROPPED(INFO),
    WEIGHT_NOT_POSITIVE(ERROR),
    DESIGN_MISSING(ERROR),
    ANSWER_TWICE(ERROR),
    ANSWER_WITHOUT_PARENT(ERROR),
    ANSWERS_ERASED(INFO),
    ANSWERS_WITHOUT_AREA(WARNING),

    // Plausibility of answers: counts and indices only.
    ANSWERS_ALIKE(WARNING),
    ANSWERS_RESEMBLE(WARNING),
    PERSON_TWICE(WARNING),
    AGES_HEAPED(WARNING),
    DIGITS_PREFERRED(INFO),
    INTERVIEWS_SHORT(WARNING),
    INTERVIEWERS_DIFFER(WARNING),
    ANSWERS_STRAIGHT(WARNING),
    ANSWERS_IMPOSSIBLE(WARNING),
    ANSWERS_MISSING(WARNING),

    // Observations. No warning or info of these may carry the value of a cell: the gate may withhold it afterwards.
    TWO_VALUES(ERROR),
    DUPLICATE_ROWS(WARNING),
    VALUES_MISSING(INFO),
    VALUE_CONTRADICTS_STATUS(ERROR),
    PERCENT_OUTSIDE(ERROR),
    COUNT_NEGATIVE(ERROR),
    UNCERTAINTY_IMPOSSIBLE(ERROR),

    // Meetings.
    MEETING_UNKNOWN(ERROR),
    MEETING_ELSEWHERE(WARNING),
    FIGURE_MALFORMED(ERROR),
    FIGURE_UNPUBLISHED(WARNING),
    EDITION_UNKNOWN(WARNING),

    // The gate. They name cells that are withheld, so they must stop the edition: no door shows them.
    DISCLOSURE_UNPROTECTED(ERROR),
    DISCLOSURE_EARLIER(ERROR),

    // What is computed from answers.
    ECQL_MALFORMED(ERROR),
    ECQL_FUNCTION(ERROR),
    VARIABLE_UNKNOWN(ERROR),
    VARIABLE_TYPE(ERROR),
    KIND_DIFFERS(ERROR),
    INDICATOR_UNDEFINED(ERROR),
    CELL_GIVEN_TWICE(ERROR),
    STRATUM_LONELY(WARNING),
    STRATUM_LONELY_REFUSED(ERROR),
    MARGIN_UNMET(ERROR),
    DESIGN_CONTRADICTED(ERROR),

    // Indices of areas. They may name areas whose figures are withheld, never a figure.
    GEOMETRIC_WITHOUT_MIN_MAX(ERROR),
    COMPONENT_TWICE(ERROR),
    PART_TWICE(ERROR),
    COMPONENT_WITHOUT_DIRECTION(ERROR),
    COMPONENT_WITHOUT_FIGURES(ERROR),
    DATASET_UNKNOWN(ERROR),
    INDEX_GIVEN_TOO(ERROR),
    INDEX_WITHOUT_FIGURES(ERROR),
    INDEX_LEVEL_SKIPPED(WARNING),
    INDEX_INCOMPLETE(INFO);

    /** {@code {0}} is a text as it was found, {@code {0,number}} what was counted, {@code {0,row}} a line of a file. */
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)(?:,(number|row))?}");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private final Severity severity;

    FindingRule(Severity severity) {
        this.severity = severity;
    }

    /** The stable code of the rule, such as {@code duplicate-rows}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    String sentence(Language language, List<String> arguments) {
        return fill(Wording.in(language).of(code()), arguments, language);
    }

    String remedy(Language language, List<String> arguments) {
        return fill(Wording.in(language).of(code() + ".remedy"), arguments, language);
    }

    /**
     * Fills in one pass, so that an argument that looks like a place for another one stays as it is. In Arabic each
     * argument is isolated (Unicode TR 9 §2.4), or codes and numbers would pull the words around them out of order.
     */
    private static String fill(String template, List<String> arguments, Language language) {
        return ARGUMENT.matcher(template).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            var argument = index < arguments.size() ? arguments.get(index) : "{" + index + "}";
            var written = "number".equals(found.group(2)) ? number(argument, language) : argument;
            return Matcher.quoteReplacement(language.rightToLeft() ? '\u2068' + written + '\u2069' : written);
        });
    }

    /** French and Moroccan Arabic write a comma before the decimals. */
    private static String number(String text, Language language) {
        return language == Language.EN || !DECIMAL.matcher(text).matches() ? text : text.replace('.', ',');
    }

    /** Whether an argument says at which line of a file something stands. */
    boolean isRow(int argument) {
        return Wording.in(Language.FR).of(code()).contains("{" + argument + ",row}");
    }
}
