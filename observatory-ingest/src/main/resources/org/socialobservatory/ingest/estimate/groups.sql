SELECT
  {keys},
  count(*) AS responses,
  CAST(sum(whole) AS DOUBLE) AS weights,
  min(fpc) AS least_fpc,
  max(fpc) AS greatest_fpc{terms}
FROM (
  SELECT
    *{derived},
    CAST(w * {scale} AS BIGINT) AS whole
  FROM (
    SELECT
      {weight} AS w,
      {stratum} AS stratum,
      {unit} AS unit,
      {fpc} AS fpc,
      coalesce(_household, CAST(_row AS VARCHAR)) AS household,
      _period AS period,
      _area AS area{asked}
    FROM read_parquet(?)
  )
){only}
GROUP BY
  {keys}
ORDER BY
  {keys}
