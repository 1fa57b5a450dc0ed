SELECT
  _area,
  sex,
  band{sums}
FROM (
  SELECT
    _area,
    sex,
    {band} AS band,
    age,
    _weight AS w{columns}
  FROM
    read_parquet('{file}')
)
GROUP BY
  ALL
