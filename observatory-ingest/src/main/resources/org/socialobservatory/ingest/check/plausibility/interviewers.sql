SELECT
    count(*),
    count(*) FILTER (WHERE {answer} = (SELECT mode({answer}) FROM answers))
FROM answers
WHERE {answer} IS NOT NULL
    AND {interviewer} IS NOT NULL
GROUP BY {interviewer}
HAVING count(*) >= 5
ORDER BY {interviewer};
