package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A thing with a property of each kind, any of which may not be known. */
record House(
        String name,
        @Nullable BigDecimal floors,
        @Nullable BigDecimal rooms,
        @Nullable Boolean pool,
        @Nullable Moment built,
        @Nullable Moment updated,
        @Nullable Geometry place) {

    private static final Map<String, Queryable<House>> PROPERTIES = new LinkedHashMap<>();

    static {
        add("name", Kind.TEXT, House::name);
        add("floors", Kind.NUMBER, House::floors);
        add("rooms", Kind.NUMBER, House::rooms);
        add("pool", Kind.TRUTH, House::pool);
        add("built", Kind.INSTANT, House::built);
        add("updated", Kind.INSTANT, House::updated);
        add("place", Kind.SHAPE, House::place);
    }

    static final List<House> ALL = List.of(
            new House("Straße", number(3), number(12), true, day("1999-12-31"), at("2024-05-01T12:00:00Z"), at(1, 1)),
            new House("Οδος", number(5), number(10), false, day("2015-01-01"), at("2024-05-02T00:00:00Z"), at(5, 5)),
            new House("débárquér", number(8), null, true, day("2020-06-15"), null, square(2, 2, 4)),
            new House("حيّ أكدال", null, number(4), null, null, at("2020-06-15T08:00:00Z"), null));

    private static void add(String name, Kind kind, Queryable.Reading<House> reading) {
        PROPERTIES.put(name, new Queryable<>(name, kind, reading));
    }

    static Queryables<House> properties() {
        return new Queryables<>() {
            @Override
            public Optional<Queryable<House>> find(String name) {
                return Optional.ofNullable(PROPERTIES.get(name));
            }

            @Override
            public Iterable<String> names() {
                return PROPERTIES.keySet();
            }
        };
    }

    static Filter<House> filter(Expression filter) {
        return Filter.of(filter, properties(), geometry -> geometry, false);
    }

    /** The places of those that a filter takes, as one text: the first is 1. */
    static String taken(FilterLanguage language, String filter) {
        var checked = filter(language.read(filter));
        var taken = new ArrayList<String>();
        for (int i = 0; i < ALL.size(); i++) {
            if (checked.takes(ALL.get(i))) {
                taken.add(Integer.toString(i + 1));
            }
        }
        return String.join("", taken);
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private static Moment day(String day) {
        return Moment.day(LocalDate.parse(day));
    }

    private static Moment at(String instant) {
        return Moment.at(Instant.parse(instant));
    }

    private static Geometry at(int x, int y) {
        return wkt("POINT(%d %d)".formatted(x, y));
    }

    private static Geometry square(int west, int south, int side) {
        int east = west + side;
        int north = south + side;
        return wkt("POLYGON((%d %d, %d %d, %d %d, %d %d, %d %d))"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
