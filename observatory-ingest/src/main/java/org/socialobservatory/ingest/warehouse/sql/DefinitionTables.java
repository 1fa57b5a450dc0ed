package org.socialobservatory.ingest.warehouse.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.socialobservatory.ingest.warehouse.CanonicalJson;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.resource.Place;
import org.socialobservatory.ontology.survey.Study;

/** What an edition says beside its cells, in a table for each kind of thing. */
final class DefinitionTables {

    private final Connection connection;

    DefinitionTables(Connection connection) {
        this.connection = connection;
    }

    void write(Database database, long edition, Definitions said) throws SQLException {
        try (var rows = database.rows(connection, "dataset")) {
            write(rows.large(edition), said.dataset());
        }
        write(database, edition, "source_resource", said.resources(), DefinitionTables::write);
        write(database, edition, "area", said.areas(), DefinitionTables::write);
        write(database, edition, "area_version", said.areaVersions(), DefinitionTables::write);
        write(database, edition, "territorial_change", said.changes(), DefinitionTables::write);
        write(database, edition, "indicator", said.indicators(), DefinitionTables::write);
        write(
                database,
                edition,
                "code_list",
                said.codeLists(),
                (rows, list) -> texts(rows.text(list.scheme()), list.labels()));
        var concepts = new ArrayList<Listed>();
        said.codeLists()
                .forEach(list -> list.concepts().forEach(concept -> concepts.add(new Listed(list.scheme(), concept))));
        write(
                database,
                edition,
                "concept",
                concepts,
                (rows, listed) -> texts(rows.text(listed.scheme).text(listed.concept.code()), listed.concept.labels())
                        .text(listed.concept.broader()));
        write(database, edition, "place", said.places(), DefinitionTables::write);
        write(
                database,
                edition,
                "study",
                said.studies(),
                (rows, study) -> rows.text(study.resource()).text(CanonicalJson.text(study)));
        write(
                database,
                edition,
                "composite",
                said.composites(),
                (rows, composite) -> rows.text(composite.indicator()).text(CanonicalJson.text(composite)));
        write(
                database,
                edition,
                "meeting",
                said.meetings(),
                (rows, meeting) -> rows.text(meeting.code()).text(CanonicalJson.text(meeting)));
    }

    private <T> void write(Database database, long edition, String table, List<T> things, Writer<T> writer)
            throws SQLException {
        if (things.isEmpty()) {
            return;
        }
        try (var rows = database.rows(connection, table)) {
            int ordinal = 0;
            for (T thing : things) {
                writer.write(rows.large(edition).whole(ordinal++), thing);
                rows.end();
            }
        }
    }

    private static void write(Rows rows, Dataset dataset) throws SQLException {
        var publisher = dataset.publisher();
        texts(rows.text(dataset.code()), dataset.title())
                .text(dataset.town())
                .text(publisher == null ? null : publisher.code());
        texts(rows, publisher == null ? Multilingual.none() : publisher.name())
                .text(CanonicalJson.text(dataset.licenses()))
                .text(CanonicalJson.text(dataset.sources()))
                .flag(dataset.fictitious())
                .end();
    }

    private static void write(Rows rows, SourceResource resource) throws SQLException {
        rows.text(resource.name())
                .text(resource.path())
                .text(resource.sha256())
                .text(resource.role())
                .text(resource.coverage().code())
                .text(resource.disclosure().code())
                .large(resource.rows());
    }

    private static void write(Rows rows, Area area) throws SQLException {
        texts(rows.text(area.code()).text(area.level()).text(area.within()), area.names());
    }

    private static void write(Rows rows, AreaVersion version) throws SQLException {
        rows.text(version.area())
                .day(version.validFrom())
                .day(version.validTo())
                .shape(version.outline())
                .flag(version.drawn());
    }

    private static void write(Rows rows, TerritorialChange change) throws SQLException {
        rows.text(change.from())
                .text(change.to())
                .day(change.date())
                .text(change.kind())
                .number(change.weight());
    }

    private static void write(Rows rows, Indicator indicator) throws SQLException {
        texts(rows.text(indicator.code()), indicator.labels());
        texts(rows, indicator.definition());
        texts(rows, indicator.formula());
        texts(rows, indicator.universe());
        rows.text(indicator.unit())
                .text(indicator.kind().code())
                .text(indicator.counts().code())
                .text(indicator.direction().code())
                .text(indicator.theme())
                .text(indicator.sdg())
                .number(indicator.target())
                .text(indicator.sameAs())
                .text(indicator.closeTo());
    }

    private static void write(Rows rows, Place place) throws SQLException {
        texts(rows.text(place.code()).text(place.kind()), place.names())
                .text(place.within())
                .shape(place.location())
                .text(CanonicalJson.text(place.properties()));
    }

    private static Rows texts(Rows rows, Multilingual texts) throws SQLException {
        for (var language : Language.values()) {
            rows.text(texts.exactly(language).orElse(null));
        }
        return rows;
    }

    Definitions read(long edition) throws SQLException {
        var dimensions = new ArrayList<String>();
        var datasets = read(edition, "dataset", row -> {
            dimensions.addAll(CanonicalJson.readList(row.getString("dimensions"), String.class));
            return dataset(row);
        });
        return new Definitions(
                datasets.getFirst(),
                dimensions,
                read(edition, "source-resource", DefinitionTables::resource),
                read(edition, "area", DefinitionTables::area),
                read(edition, "area-version", DefinitionTables::areaVersion),
                read(edition, "territorial-change", DefinitionTables::change),
                read(edition, "indicator", DefinitionTables::indicator),
                codeLists(edition),
                read(edition, "place", DefinitionTables::place),
                read(edition, "study", row -> CanonicalJson.read(row.getString("document"), Study.class)),
                read(edition, "composite", row -> CanonicalJson.read(row.getString("document"), Composite.class)),
                read(edition, "meeting", row -> CanonicalJson.read(row.getString("document"), Meeting.class)));
    }

    private <T> List<T> read(long edition, String table, SqlWarehouse.Reader<T> reader) throws SQLException {
        return SqlWarehouse.query(
                connection, "definitions/" + table + ".sql", statement -> statement.setLong(1, edition), reader);
    }

    private static Dataset dataset(ResultSet row) throws SQLException {
        var publisher = row.getString("publisher");
        return new Dataset(
                row.getString("code"),
                texts(row, "title"),
                row.getString("town"),
                publisher == null ? null : new Dataset.Publisher(publisher, texts(row, "publisher")),
                CanonicalJson.readList(row.getString("licenses"), Dataset.License.class),
                CanonicalJson.readList(row.getString("sources"), Dataset.Citation.class),
                row.getBoolean("fictitious"));
    }

    private static SourceResource resource(ResultSet row) throws SQLException {
        return new SourceResource(
                row.getString("name"),
                row.getString("path"),
                row.getString("sha256"),
                row.getString("role"),
                choice(SourceResource.Coverage.class, row, "coverage"),
                choice(SourceResource.Disclosure.class, row, "disclosure"),
                row.getLong("source_rows"));
    }

    private static Area area(ResultSet row) throws SQLException {
        return new Area(row.getString("code"), row.getString("level"), row.getString("within"), texts(row, "name"));
    }

    private static AreaVersion areaVersion(ResultSet row) throws SQLException {
        return new AreaVersion(
                row.getString("area"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                shape(row, "outline"),
                row.getBoolean("drawn"));
    }

    private static TerritorialChange change(ResultSet row) throws SQLException {
        var weight = CellColumns.number(row, row.findColumn("weight"));
        return new TerritorialChange(
                row.getString("from_area"),
                row.getString("to_area"),
                row.getObject("changed_on", LocalDate.class),
                row.getString("kind"),
                weight == null ? BigDecimal.ZERO : weight);
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                texts(row, "label"),
                texts(row, "definition"),
                texts(row, "formula"),
                texts(row, "universe"),
                row.getString("unit"),
                choice(Indicator.Kind.class, row, "kind"),
                choice(Indicator.Counted.class, row, "counts"),
                choice(Indicator.Direction.class, row, "direction"),
                row.getString("theme"),
                row.getString("sdg"),
                CellColumns.number(row, row.findColumn("target")),
                row.getString("same_as"),
                row.getString("close_to"));
    }

    private List<CodeList> codeLists(long edition) throws SQLException {
        var concepts = read(
                edition,
                "concept",
                row -> new Listed(
                        row.getString("scheme"),
                        new Concept(row.getString("code"), texts(row, "label"), row.getString("broader"))));
        return read(edition, "code-list", row -> {
            var scheme = row.getString("scheme");
            return new CodeList(
                    scheme,
                    texts(row, "label"),
                    concepts.stream()
                            .filter(listed -> listed.scheme.equals(scheme))
                            .map(Listed::concept)
                            .toList());
        });
    }

    private static Place place(ResultSet row) throws SQLException {
        Map<String, String> properties = CanonicalJson.readTexts(row.getString("properties"));
        return new Place(
                row.getString("code"),
                row.getString("kind"),
                texts(row, "name"),
                row.getString("within"),
                shape(row, "location"),
                properties);
    }

    private static Multilingual texts(ResultSet row, String column) throws SQLException {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = row.getString(column + "_" + language.tag());
            if (text != null) {
                texts.put(language, text);
            }
        }
        return texts.isEmpty() ? Multilingual.none() : new Multilingual(texts);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, ResultSet row, String column) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable Geometry shape(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        try {
            return bytes == null ? null : new WKBReader().read(bytes);
        } catch (ParseException e) {
            throw new SQLException("Not a geometry in " + column, e);
        }
    }

    private interface Writer<T> {
        void write(Rows rows, T thing) throws SQLException;
    }

    /** A concept with the scheme of its list. */
    private record Listed(String scheme, Concept concept) {}
}
