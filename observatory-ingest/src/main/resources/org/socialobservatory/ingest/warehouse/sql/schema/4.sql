-- How indices of areas are composed; one document for each.
CREATE TABLE composite (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  indicator VARCHAR NOT NULL,
  document VARCHAR NOT NULL
);
