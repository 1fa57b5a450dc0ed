-- The tables of the warehouse. Every row belongs to the edition that published it and is never changed.
-- "ordinal" numbers the rows of an edition in the order in which it lists them.

CREATE TABLE schema_version (
  version INTEGER NOT NULL,
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A dated, immutable, numbered publication of a dataset. "sequence" counts publications and withdrawals together.
CREATE TABLE edition (
  sequence BIGINT NOT NULL PRIMARY KEY,
  dataset VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  published_at TIMESTAMP WITH TIME ZONE NOT NULL,
  author VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  package_hash VARCHAR NOT NULL,
  content_hash VARCHAR NOT NULL,
  cells BIGINT NOT NULL,
  dimensions VARCHAR NOT NULL,
  UNIQUE (dataset, number)
);

-- That an edition was withdrawn, when and why.
CREATE TABLE withdrawal (
  sequence BIGINT NOT NULL PRIMARY KEY,
  edition BIGINT NOT NULL UNIQUE,
  withdrawn_at TIMESTAMP WITH TIME ZONE NOT NULL,
  reason VARCHAR NOT NULL
);

-- What an edition says of its dataset; lists are JSON.
CREATE TABLE dataset (
  edition BIGINT NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL,
  title_fr VARCHAR,
  title_ar VARCHAR,
  title_en VARCHAR,
  town VARCHAR,
  publisher VARCHAR,
  publisher_fr VARCHAR,
  publisher_ar VARCHAR,
  publisher_en VARCHAR,
  licenses VARCHAR NOT NULL,
  sources VARCHAR NOT NULL,
  fictitious BOOLEAN NOT NULL
);

-- The files from which an edition was made; cells name them by their ordinal.
CREATE TABLE source_resource (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  path VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  coverage VARCHAR NOT NULL,
  disclosure VARCHAR NOT NULL,
  source_rows BIGINT NOT NULL
);

-- A run: the cells of one indicator, breakdown and period, over the areas. Runs are numbered in canonical order.
CREATE TABLE cell_run (
  edition BIGINT NOT NULL,
  run INTEGER NOT NULL,
  indicator VARCHAR NOT NULL,
  breakdown VARCHAR NOT NULL,
  period VARCHAR NOT NULL
);

-- The areas that the cells of an edition speak of, numbered in order of code.
CREATE TABLE cell_area (
  edition BIGINT NOT NULL,
  number INTEGER NOT NULL,
  area VARCHAR NOT NULL
);

-- One published cell. Status: A normal, E estimated, P provisional, W withheld, M missing; the last two have no number.
CREATE TABLE cell (
  edition BIGINT NOT NULL,
  run INTEGER NOT NULL,
  area INTEGER NOT NULL,
  status VARCHAR NOT NULL,
  value DOUBLE PRECISION,
  reliability VARCHAR,
  standard_error DOUBLE PRECISION,
  lower_bound DOUBLE PRECISION,
  upper_bound DOUBLE PRECISION,
  sample_size DOUBLE PRECISION,
  effective_sample_size DOUBLE PRECISION,
  design_effect DOUBLE PRECISION,
  degrees_of_freedom DOUBLE PRECISION,
  denominator DOUBLE PRECISION,
  parent_covariance DOUBLE PRECISION,
  resource INTEGER NOT NULL,
  source_row INTEGER NOT NULL
);

-- The same in words: one line for each cell of each edition.
CREATE VIEW observation AS
SELECT e.dataset, e.number AS edition, r.indicator, a.area, r.period, r.breakdown, c.status, c.value, c.reliability,
  c.standard_error, c.lower_bound, c.upper_bound, c.sample_size, c.effective_sample_size, c.design_effect,
  c.degrees_of_freedom, c.denominator, c.parent_covariance, s.name AS resource, s.sha256, c.source_row
FROM cell c
JOIN edition e ON e.sequence = c.edition
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN source_resource s ON s.edition = c.edition AND s.ordinal = c.resource;

CREATE TABLE area (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  level VARCHAR NOT NULL,
  within VARCHAR,
  name_fr VARCHAR,
  name_ar VARCHAR,
  name_en VARCHAR
);

-- An area as it was between two days; outlines are longitude and latitude (CRS84).
CREATE TABLE area_version (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  area VARCHAR NOT NULL,
  valid_from DATE,
  valid_to DATE,
  outline GEOMETRY,
  drawn BOOLEAN NOT NULL
);

CREATE TABLE territorial_change (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_area VARCHAR NOT NULL,
  to_area VARCHAR NOT NULL,
  changed_on DATE NOT NULL,
  kind VARCHAR NOT NULL,
  weight DOUBLE PRECISION NOT NULL
);

CREATE TABLE indicator (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  label_fr VARCHAR,
  label_ar VARCHAR,
  label_en VARCHAR,
  definition_fr VARCHAR,
  definition_ar VARCHAR,
  definition_en VARCHAR,
  formula_fr VARCHAR,
  formula_ar VARCHAR,
  formula_en VARCHAR,
  universe_fr VARCHAR,
  universe_ar VARCHAR,
  universe_en VARCHAR,
  unit VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  counts VARCHAR NOT NULL,
  direction VARCHAR NOT NULL,
  theme VARCHAR,
  sdg VARCHAR,
  target DOUBLE PRECISION,
  same_as VARCHAR,
  close_to VARCHAR
);

CREATE TABLE code_list (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  scheme VARCHAR NOT NULL,
  label_fr VARCHAR,
  label_ar VARCHAR,
  label_en VARCHAR
);

CREATE TABLE concept (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  scheme VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  label_fr VARCHAR,
  label_ar VARCHAR,
  label_en VARCHAR,
  broader VARCHAR
);

-- A located thing; its further properties are a JSON object of texts.
CREATE TABLE place (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  name_fr VARCHAR,
  name_ar VARCHAR,
  name_en VARCHAR,
  within VARCHAR,
  location GEOMETRY,
  properties VARCHAR NOT NULL
);

-- The warnings and notes that were published with an edition; arguments are a JSON list of texts.
CREATE TABLE finding (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  rule VARCHAR NOT NULL,
  resource VARCHAR,
  sheet VARCHAR,
  source_row BIGINT,
  source_column VARCHAR,
  value VARCHAR,
  arguments VARCHAR NOT NULL
);

-- The public form of the gate's report.
CREATE TABLE gate_count (
  edition BIGINT NOT NULL,
  rule VARCHAR NOT NULL,
  cells BIGINT NOT NULL
);
