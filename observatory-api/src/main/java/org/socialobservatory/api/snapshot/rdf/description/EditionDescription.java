package org.socialobservatory.api.snapshot.rdf.description;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.FileForm;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.SourceResource;

/** Datasets as a DCAT catalogue, their editions with provenance, and who publishes them. */
final class EditionDescription {

    private static final Multilingual CATALOGUE_TITLE =
            Multilingual.of("Observatoire social", "المرصد الاجتماعي", "Social Observatory");
    private static final Multilingual CATALOGUE_DESCRIPTION = Multilingual.of(
            "Chiffres publics sur les quartiers, avec leur incertitude et leur origine",
            "أرقام عمومية عن الأحياء مع هامش عدم اليقين ومصدرها",
            "Public figures on neighbourhoods, with their uncertainty and origin");
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/";
    private static final Multilingual SERVICE_TITLE = Multilingual.of(
            "Interrogation en SPARQL de toutes les données",
            "الاستعلام عن جميع البيانات بلغة SPARQL",
            "SPARQL queries over all data");

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say;

    EditionDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.names = names;
        this.say = say;
    }

    void describe() {
        var catalogue = names.thing("catalogue", "observatory");
        var service = names.thing("service", "sparql");
        var publisher = names.thing("actor", "observatory");
        say.type(catalogue, Terms.CATALOG)
                .texts(catalogue, Terms.TITLE, CATALOGUE_TITLE)
                .texts(catalogue, Terms.DESCRIPTION, CATALOGUE_DESCRIPTION)
                .link(catalogue, Terms.PUBLISHER, publisher)
                .type(publisher, Terms.FOAF_AGENT)
                .texts(publisher, Terms.FOAF_NAME, CATALOGUE_TITLE)
                .texts(service, Terms.TITLE, SERVICE_TITLE)
                .link(catalogue, Terms.dcat("service"), service)
                .type(service, Terms.DATA_SERVICE)
                .link(service, Terms.dcat("endpointURL"), names.page("/sparql"));
        for (var published : snapshot.datasets().values()) {
            var subject = names.dataset(published.code());
            say.link(catalogue, Terms.dcat("dataset"), subject).link(service, Terms.dcat("servesDataset"), subject);
            dataset(subject, published);
            resources(published);
        }
        snapshot.editions().forEach(this::edition);
    }

    private void dataset(Node subject, PublishedDataset published) {
        var dataset = published.dataset();
        say.type(subject, Terms.CATALOGUE_DATASET)
                .text(subject, Terms.IDENTIFIER, dataset.code())
                .texts(subject, Terms.TITLE, dataset.title())
                .texts(subject, Terms.DESCRIPTION, dataset.title())
                .link(
                        subject,
                        Terms.dcat("hasCurrentVersion"),
                        names.edition(dataset.code(), published.edition().number()))
                .link(subject, Terms.dcat("landingPage"), names.page("/datasets/" + dataset.code()));
        if (dataset.town() != null) {
            say.link(subject, Terms.SPATIAL, names.area(dataset.town()));
        }
        if (dataset.publisher() != null) {
            var actor = names.thing("actor", dataset.publisher().code());
            say.link(subject, Terms.PUBLISHER, actor)
                    .type(actor, Terms.FORMAL_ORGANIZATION, Terms.AGENT, Terms.FOAF_AGENT)
                    .texts(actor, Terms.FOAF_NAME, dataset.publisher().name())
                    .text(actor, Terms.NOTATION, dataset.publisher().code())
                    .texts(actor, Terms.PREF_LABEL, dataset.publisher().name());
        }
        dataset.licenses().forEach(license -> license(subject, license));
        dataset.sources().forEach(source -> source(subject, source));
        for (FileForm form : FileForm.values()) {
            distribution(subject, published, form);
        }
    }

    /** A form in which the newest edition can be downloaded (DCAT-AP 3). */
    private void distribution(Node dataset, PublishedDataset published, FileForm form) {
        var edition = published.edition();
        var subject =
                Names.uri(names.edition(edition.dataset(), edition.number()).getURI() + "#data." + form.extension());
        var file = names.page(
                "/datasets/" + edition.dataset() + "/editions/" + edition.number() + "/data." + form.extension());
        say.link(dataset, Terms.dcat("distribution"), subject)
                .type(subject, Terms.DISTRIBUTION)
                .text(subject, Terms.TITLE, edition.dataset() + "-" + edition.number() + "." + form.extension())
                .link(subject, Terms.dcat("accessURL"), file)
                .link(subject, Terms.dcat("downloadURL"), file)
                .link(
                        subject,
                        Terms.dcat("mediaType"),
                        Names.uri(MEDIA_TYPES + form.mediaType().split(";", 2)[0]))
                .link(subject, Terms.FORMAT, Names.uri(FILE_TYPES + form.fileType()))
                .moment(subject, Terms.ISSUED, edition.publishedAt());
        published.dataset().licenses().stream()
                .findFirst()
                .ifPresent(license ->
                        say.link(subject, Terms.LICENSE, addressed(license.path(), "license/" + license.name())));
    }

    private void license(Node dataset, Dataset.License license) {
        var node = addressed(license.path(), "license/" + license.name());
        say.link(dataset, Terms.LICENSE, node)
                .type(node, Names.uri("http://purl.org/dc/terms/LicenseDocument"))
                .text(node, Terms.IDENTIFIER, license.name())
                .text(node, Terms.TITLE, license.title());
    }

    private void source(Node dataset, Dataset.Citation source) {
        var node = addressed(source.path(), "source/" + source.title());
        say.link(dataset, Terms.SOURCE, node)
                .type(node, Names.uri("http://purl.org/dc/terms/BibliographicResource"))
                .text(node, Terms.TITLE, source.title());
    }

    private Node addressed(@org.jspecify.annotations.Nullable String path, String label) {
        return path != null && Addresses.isWeb(path) ? Names.uri(path) : say.part(label);
    }

    private void edition(Edition edition) {
        var dataset = names.dataset(edition.dataset());
        var subject = names.edition(edition.dataset(), edition.number());
        say.link(dataset, Terms.dcat("hasVersion"), subject)
                .type(subject, Terms.EDITION, Terms.ENTITY, Terms.CATALOGUE_DATASET)
                .link(subject, Terms.dcat("isVersionOf"), dataset)
                .integer(subject, Terms.dcat("version"), edition.number())
                .text(subject, Terms.dcat("versionNotes"), edition.reason())
                .moment(subject, Terms.ISSUED, edition.publishedAt())
                .text(subject, Terms.obs("contentHash"), edition.contentHash())
                .text(subject, Terms.obs("packageHash"), edition.packageHash())
                .integer(subject, Terms.obs("cells"), edition.cells())
                .text(subject, Terms.obs("withdrawalReason"), edition.withdrawn())
                .link(
                        subject,
                        Terms.dcat("landingPage"),
                        names.page("/datasets/" + edition.dataset() + "/editions/" + edition.number()));
        if (edition.sourceErased()) {
            say.flag(subject, Terms.obs("sourceErased"), true);
        }
        if (edition.number() > 1) {
            var former = names.edition(edition.dataset(), edition.number() - 1);
            say.link(subject, Terms.dcat("previousVersion"), former).link(subject, Terms.WAS_REVISION_OF, former);
        }
        var publication = say.part("publication/" + edition.id());
        say.link(subject, Terms.WAS_GENERATED_BY, publication)
                .type(publication, Terms.ACTIVITY)
                .moment(publication, Terms.ENDED_AT, edition.publishedAt());
    }

    /** The files from which the newest edition was made. */
    private void resources(PublishedDataset published) {
        var edition = names.edition(published.code(), published.edition().number());
        for (SourceResource resource : published.definitions().resources()) {
            var file = say.part("file/" + published.edition().id() + "/" + resource.name());
            var checksum = say.part("sha256/" + resource.sha256());
            say.link(edition, Terms.WAS_DERIVED_FROM, file)
                    .type(file, Terms.DISTRIBUTION, Terms.ENTITY)
                    .text(file, Terms.obs("sourceResource"), resource.name())
                    .text(file, Terms.TITLE, resource.path())
                    .link(
                            file,
                            Terms.obs("coverage"),
                            names.concept("coverage", resource.coverage().code()))
                    .link(file, Terms.CHECKSUM, checksum)
                    .type(checksum, Terms.CHECKSUM_CLASS)
                    .link(checksum, Terms.ALGORITHM, Terms.SHA_256)
                    .literal(checksum, Terms.CHECKSUM_VALUE, resource.sha256(), XSDDatatype.XSDhexBinary);
        }
    }
}
