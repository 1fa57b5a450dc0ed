SELECT
  {keys}{factors}{replicates}
FROM (
  SELECT
    *{derived}
  FROM (
    SELECT
      _row AS row,
      _period AS period,
      _area AS area{columns}{asked}
    FROM read_parquet(?)
  )
)
ORDER BY
  row
