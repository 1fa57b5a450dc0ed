SELECT
    count(*),
    coalesce(
        min(_weight) = max(_weight)
        AND min(_fpc) = max(_fpc)
        AND abs(min(_weight) * count(*) - min(_fpc)) <= 1e-9 * min(_fpc)
        AND min(_weight) > 1,
        false
    )
FROM read_parquet('{file}')
