WITH complete AS (
    SELECT
        {first} AS _choice,
        {same} AS straight
    FROM answers
    WHERE {complete}
), usual AS (
    SELECT _choice
    FROM (SELECT DISTINCT {first} AS _choice FROM answers WHERE {complete}), answers
    WHERE {complete}
    GROUP BY _choice
    HAVING least({shares}) > ?
)
SELECT
    count(*),
    count(*) FILTER (WHERE straight AND _choice NOT IN (SELECT _choice FROM usual))
FROM complete;
