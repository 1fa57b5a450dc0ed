-- Meetings, with what was shown, said and decided; one document for each.
CREATE TABLE meeting (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  document VARCHAR NOT NULL
);
