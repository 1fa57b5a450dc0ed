SELECT
  count(*),
  count(w),
  count(CASE WHEN w > 0 AND w < 1e100 THEN 1 END),
  min(w),
  max(w),
  count(stratum),
  count(cluster),
  count(household),
  count(fpc),
  min(fpc),
  max(fpc){numbers}
FROM (
  SELECT
    *{derived}
  FROM (
    SELECT
      {weight} AS w,
      {stratum} AS stratum,
      {cluster} AS cluster,
      _household AS household,
      {fpc} AS fpc{asked}
    FROM read_parquet(?)
  )
)
