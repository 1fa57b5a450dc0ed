-- Editions from whose sources answers were erased, and the edition that was published without these answers.
CREATE TABLE erasure (
  published_as BIGINT NOT NULL,
  edition BIGINT NOT NULL
);
