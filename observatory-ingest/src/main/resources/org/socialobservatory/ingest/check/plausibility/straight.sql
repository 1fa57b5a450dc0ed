SELECT
    count(*) FILTER (WHERE {complete}),
    count(*) FILTER (WHERE {complete} AND {same})
FROM answers;
