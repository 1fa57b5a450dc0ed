SELECT coalesce(sum(answers - 1), 0)
FROM (
    SELECT count(*) AS answers
    FROM answers
    WHERE {person} IS NOT NULL
    GROUP BY {person}
    HAVING count(*) > 1
);
