COPY (
    SELECT
        _row,
        _unit,
        _parent,
        _household,
        coalesce(_weight, {weight}) AS _weight,
        _stratum,
        _cluster,
        coalesce(_fpc, {fpc}) AS _fpc,
        _area,
        _period{variables}
    FROM answers
) TO '{file}' (FORMAT parquet);
