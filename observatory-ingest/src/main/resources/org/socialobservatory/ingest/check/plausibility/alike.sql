SELECT coalesce(sum(copies - 1), 0)
FROM (
    SELECT count(*) AS copies
    FROM answers
    WHERE {known} >= ?
    GROUP BY {columns}
    HAVING count(*) > 1
);
