-- What PostGIS adds to the tables. DuckDB adds nothing: it finds the rows of an edition by the ranges that it keeps of
-- every column, and an index would only slow the load.

-- Outlines and locations with their reference system, checked and indexed.
ALTER TABLE area_version
  ALTER COLUMN outline TYPE geometry(Geometry, 4326);

ALTER TABLE place
  ALTER COLUMN location TYPE geometry(Geometry, 4326);

CREATE INDEX area_version_outline ON area_version USING gist (outline);

CREATE INDEX place_location ON place USING gist (location);

-- The name by which the other dialect calls it, so that one text serves both.
CREATE OR REPLACE FUNCTION st_aswkb(shape geometry)
RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS 'SELECT ST_AsBinary(shape)';

-- The keys, which are also the way to the rows of an edition.
ALTER TABLE cell ADD PRIMARY KEY (edition, run, area);

ALTER TABLE cell_run ADD PRIMARY KEY (edition, run);

ALTER TABLE cell_area ADD PRIMARY KEY (edition, number);

ALTER TABLE source_resource ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE area ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE area_version ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE territorial_change ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE indicator ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE code_list ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE concept ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE place ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE finding ADD PRIMARY KEY (edition, ordinal);

ALTER TABLE gate_count ADD PRIMARY KEY (edition, rule);
