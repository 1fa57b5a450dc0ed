COPY (
    SELECT
        _row,
        _unit,
        _household,
        coalesce(_weight, %s) AS _weight,
        _stratum,
        _cluster,
        coalesce(_fpc, %s) AS _fpc,
        _area,
        _period%s
    FROM answers
) TO '%s' (FORMAT parquet);
