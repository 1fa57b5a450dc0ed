SELECT
    count(*) FILTER (WHERE {age} BETWEEN 25 AND 60 AND {age} % 5 = 0),
    count(*) FILTER (WHERE {age} BETWEEN 23 AND 62)
FROM answers;
