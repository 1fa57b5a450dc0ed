WITH enough AS MATERIALIZED (
    SELECT
        coalesce({block}, '') AS block,
        (row_number() OVER (PARTITION BY {block} ORDER BY _row) - 1) // ? AS part,
        _row AS number,
        {columns}
    FROM answers
    WHERE {known} >= ?
), pairs AS (
    SELECT
        one.number,
        {same} AS same,
        {shared} AS shared
    FROM enough AS one
    JOIN enough AS other
        ON one.block = other.block
        AND one.part = other.part
        AND one.number <> other.number
), likeness AS (
    SELECT max(same / shared) AS most
    FROM pairs
    WHERE shared >= ?
    GROUP BY number
)
SELECT
    count(*),
    count(*) FILTER (WHERE most > ?)
FROM likeness;
