package org.socialobservatory.api.snapshot.rdf.description;

import java.util.Comparator;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.resource.Place;

/** Located things and meetings. Where two datasets describe one place, the later edition has the word. */
public final class RegisterDescription {

    private final Names names;
    private final Describing say = new Describing();

    private RegisterDescription(Names names) {
        this.names = names;
    }

    public static Graph of(Snapshot snapshot, Names names) {
        var places = new TreeMap<String, Place>();
        snapshot.datasets().values().stream()
                .sorted(Comparator.comparingLong(
                        (PublishedDataset dataset) -> dataset.edition().sequence()))
                .forEach(dataset -> dataset.definitions().places().forEach(place -> places.put(place.code(), place)));
        var description = new RegisterDescription(names);
        places.values().forEach(description::place);
        new MeetingDescription(snapshot, names, description.say).describe();
        return description.say.done();
    }

    private void place(Place place) {
        var subject = names.thing("place", place.code());
        say.type(subject, Terms.PLACE, Terms.FEATURE)
                .text(subject, Terms.NOTATION, place.code())
                .texts(subject, Terms.PREF_LABEL, place.names())
                .link(subject, Terms.obs("placeKind"), names.concept("place-kind", place.kind()));
        if (place.within() != null) {
            say.link(subject, Terms.obs("within"), names.area(place.within()));
        }
        if (place.location() != null) {
            TerritoryDescription.geometry(
                    say, subject, Terms.HAS_DEFAULT_GEOMETRY, "place/" + place.code() + "/location", place.location());
        }
        place.properties().forEach((name, value) -> {
            var property = say.part("place/" + place.code() + "/property/" + name);
            say.link(subject, Terms.schema("additionalProperty"), property)
                    .type(property, Terms.schema("PropertyValue"))
                    .text(property, Terms.schema("name"), name)
                    .text(property, Terms.schema("value"), value);
        });
    }
}
