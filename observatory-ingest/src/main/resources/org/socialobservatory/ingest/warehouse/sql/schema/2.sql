-- The files of the package of which an edition was made, its description among them.
CREATE TABLE package_file (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  path VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL
);
