COPY (
  SELECT
    _unit AS unit,
    _weight AS weight,
    _stratum AS stratum,
    _cluster AS cluster,
    _fpc AS fpc,
    _area AS area,
    * EXCLUDE (_row, _unit, _household, _weight, _stratum, _cluster, _fpc, _area, _period)
  FROM
    read_parquet('{file}')
  ORDER BY
    _row
) TO '{csv}' (FORMAT CSV, HEADER)
