COPY (
  SELECT
    CAST(i AS INTEGER) AS _row,
    'person-' || i AS _unit,
    'household-' || (i // 5) AS _household,
    40 + (hash(i // 5, 1) % 1000) / 37.0 AS _weight,
    'stratum-' || (i // 5000 // 10) AS _stratum,
    'cluster-' || (i // 5000) AS _cluster,
    CAST(400 AS DOUBLE) AS _fpc,
    'area-' || (i // 5000 // 5) AS _area,
    '2025' AS _period,
    CASE WHEN hash(i, 2) % 100 < 51 THEN 'F' ELSE 'M' END AS sex,
    CAST(hash(i, 3) % 90 AS BIGINT) AS age{columns}
  FROM
    range(1000000) AS persons(i)
  ORDER BY
    i
) TO '{file}' (FORMAT PARQUET)
