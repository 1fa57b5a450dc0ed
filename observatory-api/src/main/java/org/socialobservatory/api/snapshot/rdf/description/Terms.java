package org.socialobservatory.api.snapshot.rdf.description;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.socialobservatory.ontology.Iris;

/** The terms that the view uses, as nodes, and the prefixes under which they are written. */
public final class Terms {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String OBS = Iris.OBS;
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final String TIME = "http://www.w3.org/2006/time#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String CITO = "http://purl.org/spar/cito/";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SCHEMA = "https://schema.org/";
    private static final String ORG = "http://www.w3.org/ns/org#";
    private static final String DISCO = "http://rdf-vocabulary.ddialliance.org/discovery#";
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /** Prefix to namespace, in the order in which they are written. */
    public static final Map<String, String> PREFIXES = prefixes();

    public static final Node TYPE = uri(RDF, "type");
    public static final Node PROPERTY = uri(RDF, "Property");
    public static final Node VALUE = uri(RDF, "value");
    public static final Node RDFS_LABEL = uri(RDFS, "label");
    public static final Node RANGE = uri(RDFS, "range");

    public static final Node DATA_SET = uri(QB, "DataSet");
    public static final Node STRUCTURE_DEFINITION = uri(QB, "DataStructureDefinition");
    public static final Node COMPONENT_SPECIFICATION = uri(QB, "ComponentSpecification");
    public static final Node OBSERVATION = uri(QB, "Observation");
    public static final Node DIMENSION_PROPERTY = uri(QB, "DimensionProperty");
    public static final Node CODED_PROPERTY = uri(QB, "CodedProperty");
    public static final Node IN_DATA_SET = uri(QB, "dataSet");
    public static final Node STRUCTURE = uri(QB, "structure");
    public static final Node COMPONENT = uri(QB, "component");
    public static final Node COMPONENT_PROPERTY = uri(QB, "componentProperty");
    public static final Node COMPONENT_REQUIRED = uri(QB, "componentRequired");
    public static final Node DIMENSION = uri(QB, "dimension");
    public static final Node MEASURE = uri(QB, "measure");
    public static final Node ATTRIBUTE = uri(QB, "attribute");
    public static final Node ORDER = uri(QB, "order");
    public static final Node CODE_LIST = uri(QB, "codeList");

    public static final Node REF_AREA = uri(SDMX, "dimension#refArea");
    public static final Node REF_PERIOD = uri(SDMX, "dimension#refPeriod");
    public static final Node OBS_VALUE = uri(SDMX, "measure#obsValue");
    public static final Node OBS_STATUS = uri(SDMX, "attribute#obsStatus");
    public static final Node UNIT_MEASURE = uri(SDMX, "attribute#unitMeasure");

    public static final Node INDICATOR_CLASS = uri(OBS, "Indicator");
    public static final Node WITHHELD_CELL = uri(OBS, "WithheldCell");
    public static final Node MISSING_CELL = uri(OBS, "MissingCell");
    public static final Node AREA_VERSION_CLASS = uri(OBS, "AreaVersion");
    public static final Node TERRITORIAL_CHANGE = uri(OBS, "TerritorialChange");
    public static final Node PLACE = uri(OBS, "Place");
    public static final Node EDITION = uri(OBS, "Edition");
    public static final Node INDICATOR = uri(OBS, "indicator");
    public static final Node OF_DATASET = uri(OBS, "dataset");
    public static final Node REASON = uri(OBS, "reason");
    public static final Node AREA_VERSION = uri(OBS, "areaVersion");
    public static final Node RELIABILITY = uri(OBS, "reliability");

    public static final Node CONCEPT = uri(SKOS, "Concept");
    public static final Node CONCEPT_SCHEME = uri(SKOS, "ConceptScheme");
    public static final Node NOTATION = uri(SKOS, "notation");
    public static final Node PREF_LABEL = uri(SKOS, "prefLabel");
    public static final Node DEFINITION = uri(SKOS, "definition");
    public static final Node BROADER = uri(SKOS, "broader");
    public static final Node IN_SCHEME = uri(SKOS, "inScheme");
    public static final Node HAS_TOP_CONCEPT = uri(SKOS, "hasTopConcept");
    public static final Node TOP_CONCEPT_OF = uri(SKOS, "topConceptOf");
    public static final Node EXACT_MATCH = uri(SKOS, "exactMatch");
    public static final Node CLOSE_MATCH = uri(SKOS, "closeMatch");

    public static final Node FEATURE = uri(GEO, "Feature");
    public static final Node GEOMETRY = uri(GEO, "Geometry");
    public static final Node HAS_DEFAULT_GEOMETRY = uri(GEO, "hasDefaultGeometry");
    public static final Node HAS_CENTROID = uri(GEO, "hasCentroid");
    public static final Node HAS_METRIC_AREA = uri(GEO, "hasMetricArea");
    public static final Node AS_WKT = uri(GEO, "asWKT");

    public static final Node PROPER_INTERVAL = uri(TIME, "ProperInterval");
    public static final Node INSTANT = uri(TIME, "Instant");
    public static final Node HAS_BEGINNING = uri(TIME, "hasBeginning");
    public static final Node HAS_END = uri(TIME, "hasEnd");
    public static final Node IN_XSD_DATE = uri(TIME, "inXSDDate");

    public static final Node ENTITY = uri(PROV, "Entity");
    public static final Node ACTIVITY = uri(PROV, "Activity");
    public static final Node AGENT = uri(PROV, "Agent");
    public static final Node ENDED_AT = uri(PROV, "endedAtTime");
    public static final Node WAS_ASSOCIATED_WITH = uri(PROV, "wasAssociatedWith");
    public static final Node WAS_DERIVED_FROM = uri(PROV, "wasDerivedFrom");
    public static final Node WAS_GENERATED_BY = uri(PROV, "wasGeneratedBy");
    public static final Node USED = uri(PROV, "used");
    public static final Node GENERATED = uri(PROV, "generated");
    public static final Node USER_FEEDBACK = uri(DQV, "UserQualityFeedback");
    public static final Node HAS_TARGET = uri(OA, "hasTarget");
    public static final Node HAS_BODY = uri(OA, "hasBody");
    public static final Node CITES = uri(CITO, "citesAsEvidence");
    public static final Node WAS_REVISION_OF = uri(PROV, "wasRevisionOf");

    public static final Node CATALOG = uri(DCAT, "Catalog");
    public static final Node CATALOGUE_DATASET = uri(DCAT, "Dataset");
    public static final Node DATA_SERVICE = uri(DCAT, "DataService");
    public static final Node DISTRIBUTION = uri(DCAT, "Distribution");

    public static final Node FOAF_AGENT = uri(FOAF, "Agent");
    public static final Node FOAF_NAME = uri(FOAF, "name");
    public static final Node FORMAT = uri(DCTERMS, "format");
    public static final Node TITLE = uri(DCTERMS, "title");
    public static final Node DESCRIPTION = uri(DCTERMS, "description");
    public static final Node IDENTIFIER = uri(DCTERMS, "identifier");
    public static final Node ISSUED = uri(DCTERMS, "issued");
    public static final Node PUBLISHER = uri(DCTERMS, "publisher");
    public static final Node LICENSE = uri(DCTERMS, "license");
    public static final Node SOURCE = uri(DCTERMS, "source");
    public static final Node SPATIAL = uri(DCTERMS, "spatial");
    public static final Node TEMPORAL = uri(DCTERMS, "temporal");
    public static final Node IS_VERSION_OF = uri(DCTERMS, "isVersionOf");
    public static final Node HAS_VERSION = uri(DCTERMS, "hasVersion");
    public static final Node REPLACES = uri(DCTERMS, "replaces");
    public static final Node PERIOD_OF_TIME = uri(DCTERMS, "PeriodOfTime");

    public static final Node FORMAL_ORGANIZATION = uri(ORG, "FormalOrganization");
    public static final Node CHECKSUM = uri(SPDX, "checksum");
    public static final Node CHECKSUM_CLASS = uri(SPDX, "Checksum");
    public static final Node CHECKSUM_VALUE = uri(SPDX, "checksumValue");
    public static final Node ALGORITHM = uri(SPDX, "algorithm");
    public static final Node SHA_256 = uri(SPDX, "checksumAlgorithm_sha256");

    /** CRS84 where the text names no other system. */
    public static final RDFDatatype WKT = TypeMapper.getInstance().getSafeTypeByName(GEO + "wktLiteral");

    private Terms() {}

    public static Node obs(String name) {
        return uri(OBS, name);
    }

    public static Node dcat(String name) {
        return uri(DCAT, name);
    }

    static Node disco(String name) {
        return uri(DISCO, name);
    }

    public static Node schema(String name) {
        return uri(SCHEMA, name);
    }

    static Node sdmxDimension(String name) {
        return uri(SDMX, "dimension#" + name);
    }

    private static Node uri(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("rdf", RDF);
        prefixes.put("rdfs", RDFS);
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("xsd", XSD);
        prefixes.put("obs", OBS);
        prefixes.put("qb", QB);
        prefixes.put("sdmx-dimension", SDMX + "dimension#");
        prefixes.put("sdmx-measure", SDMX + "measure#");
        prefixes.put("sdmx-attribute", SDMX + "attribute#");
        prefixes.put("sdmx-code", SDMX + "code#");
        prefixes.put("skos", SKOS);
        prefixes.put("geo", GEO);
        prefixes.put("time", TIME);
        prefixes.put("prov", PROV);
        prefixes.put("dcat", DCAT);
        prefixes.put("dqv", DQV);
        prefixes.put("oa", OA);
        prefixes.put("cito", CITO);
        prefixes.put("dcterms", DCTERMS);
        prefixes.put("foaf", FOAF);
        prefixes.put("schema", SCHEMA);
        prefixes.put("org", ORG);
        prefixes.put("spdx", SPDX);
        prefixes.put("disco", DISCO);
        prefixes.put("void", "http://rdfs.org/ns/void#");
        prefixes.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        return Collections.unmodifiableMap(prefixes);
    }
}
