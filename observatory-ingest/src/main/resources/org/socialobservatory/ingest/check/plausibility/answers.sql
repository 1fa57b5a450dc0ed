CREATE VIEW answers AS
SELECT *
FROM read_parquet('{file}');
