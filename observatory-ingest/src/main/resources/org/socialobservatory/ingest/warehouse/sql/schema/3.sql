-- What was asked, of whom, and what is computed of it; one document for each table of answers.
CREATE TABLE study (
  edition BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  resource VARCHAR NOT NULL,
  document VARCHAR NOT NULL
);
