package org.socialobservatory.ingest.mapping.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * The titles of an export. ODK Central writes {@code group-question}, KoboToolbox {@code group/question}, others
 * {@code group:question} or {@code group.question}: all the same here.
 */
final class Headers {

    /** No such column. */
    static final int NONE = -1;

    private static final Pattern BETWEEN = Pattern.compile("[/:.-]+");
    /** What exports add of their own, by their last part. */
    private static final Set<String> ADDED = Set.of(
            "_id",
            "_uuid",
            "_index",
            "_parent_index",
            "_parent_table_name",
            "_submission_time",
            "_validation_status",
            "_status",
            "__version__",
            "_version_",
            "_version",
            "_xform_id_string",
            "_date_modified",
            "_duration",
            "_attachments",
            "__id",
            "__Submissions_id",
            "formdef_version",
            "FormVersion",
            "KEY",
            "PARENT_KEY",
            "instanceID",
            "SubmissionDate",
            "AttachmentsPresent",
            "AttachmentsExpected",
            "ReviewState",
            "rootUuid",
            "deprecatedID",
            "isValidated");
    /** What ODK Central adds under names that anybody might use, beside the date of submission. */
    private static final Set<String> ADDED_BY_CENTRAL = Set.of("Status", "Edits");

    /** What exports add that may tell who somebody is or where they live. */
    private static final Set<String> IDENTIFYING = Set.of(
            "_submitted_by",
            "submitterid",
            "submittername",
            "deviceid",
            "instancename",
            "_geolocation",
            "_notes",
            "_tags",
            "username",
            "phonenumber",
            "simserial",
            "subscriberid",
            "imei",
            "enumerator_name");

    private static final Pattern PART_OF_POINT =
            Pattern.compile("(?:.*_)?(?:latitude|longitude|altitude|accuracy|precision)");
    private static final Pattern OF_SUBMISSION = Pattern.compile("_submission__+(.*)");
    /** In which columns exports say which version of a form was filled in. */
    private static final List<String> VERSIONS =
            List.of("__version__", "_version_", "_version", "formdef_version", "FormVersion", "form_version");
    /** In which columns exports name an answer. */
    private static final List<String> KEYS = List.of("KEY", "_uuid", "instanceID", "__id", "_id", "_index");

    private final Table table;
    private final List<String> titles;
    private final List<String> paths = new ArrayList<>();

    Headers(Table table) {
        this.table = table;
        this.titles = table.columns();
        titles.forEach(title -> paths.add(path(title)));
    }

    /** A title or full name with slashes between its parts. */
    static String path(String title) {
        return BETWEEN.matcher(title.strip()).replaceAll("/");
    }

    int size() {
        return titles.size();
    }

    String title(int column) {
        return titles.get(column);
    }

    String path(int column) {
        return paths.get(column);
    }

    private String last(int column) {
        var path = paths.get(column);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The column of this title, or else the only one whose title ends with it behind its groups. */
    int find(String name) {
        int exact = titles.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        var path = path(name);
        int found = NONE;
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).equals(path)) {
                return i;
            }
            if (paths.get(i).endsWith("/" + path)) {
                if (found != NONE) {
                    return NONE;
                }
                found = i;
            }
        }
        return found;
    }

    /** The column that a package names; a finding where there is none, or more than one. */
    int require(String name, Findings findings) {
        int column = find(name);
        if (column == NONE) {
            var nearest = Spelling.nearestText(name, titles);
            findings.add(FindingRule.COLUMN_MISSING, table.place().column(name), null, name, nearest);
        } else if (titles.indexOf(name) != titles.lastIndexOf(name)) {
            findings.add(FindingRule.COLUMN_REPEATED, table.place().column(name), null, name);
        }
        return column;
    }

    /** Whether an export adds the column. */
    boolean added(int column) {
        var last = ofSubmission(last(column));
        return ADDED.contains(last)
                || (ADDED_BY_CENTRAL.contains(last) && titles.contains("SubmissionDate"))
                || paths.get(column).startsWith("SET/OF");
    }

    /** Whether an export adds the column and it may tell who somebody is. */
    boolean identifying(int column) {
        var last = ofSubmission(last(column)).toLowerCase(Locale.ROOT);
        return IDENTIFYING.contains(last) || PART_OF_POINT.matcher(last).matches();
    }

    /** In the table of a repeat KoboToolbox says {@code _submission__uuid} for what is {@code _uuid} in the form's. */
    private static String ofSubmission(String name) {
        var matcher = OF_SUBMISSION.matcher(name);
        return matcher.matches() ? "_" + matcher.group(1) : name;
    }

    /** The column that says which version of the form was filled in. */
    int version() {
        return first(VERSIONS);
    }

    /** The column that names the answer. */
    int key() {
        return first(KEYS);
    }

    private int first(List<String> names) {
        for (String name : names) {
            for (int i = 0; i < titles.size(); i++) {
                if (last(i).equals(name)) {
                    return i;
                }
            }
        }
        return NONE;
    }

    /** The columns that an export makes of a point, such as {@code _gps_latitude} and {@code gps-Latitude}. */
    List<Integer> partsOfPoint(String name) {
        var found = new ArrayList<Integer>();
        var path = path(name);
        var own = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var parts = Pattern.compile(
                "(?:.*/)?_?" + Pattern.quote(own) + "[/_](?:latitude|longitude|altitude|accuracy|precision)");
        for (int i = 0; i < titles.size(); i++) {
            if (parts.matcher(paths.get(i).toLowerCase(Locale.ROOT)).matches()) {
                found.add(i);
            }
        }
        return found;
    }

    /** The one of these columns whose title ends with a word; {@link #NONE} where there is none. */
    int ending(List<Integer> columns, String word) {
        return columns.stream()
                .filter(column -> titles.get(column).toLowerCase(Locale.ROOT).endsWith(word))
                .findFirst()
                .orElse(NONE);
    }
}
