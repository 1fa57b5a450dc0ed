SELECT
    abs({number}) % 10 AS digit,
    count(*)
FROM answers
WHERE {number} IS NOT NULL
    AND (SELECT count(DISTINCT {number}) FROM answers) >= ?
GROUP BY digit
ORDER BY digit;
