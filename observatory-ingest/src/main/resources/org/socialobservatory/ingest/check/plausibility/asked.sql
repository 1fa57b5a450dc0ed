SELECT
    count(*) FILTER (WHERE {condition}),
    count(*) FILTER (WHERE ({condition}) AND {answer} IS NULL),
    count(*) FILTER (WHERE NOT ({condition}) AND {answer} IS NOT NULL)
FROM answers;
