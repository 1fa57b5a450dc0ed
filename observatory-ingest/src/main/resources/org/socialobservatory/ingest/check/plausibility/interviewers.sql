SELECT
    dense_rank() OVER (ORDER BY coalesce(_stratum, '')),
    count(*),
    count(*) FILTER (WHERE {answer} = (SELECT mode({answer}) FROM answers))
FROM answers
WHERE {answer} IS NOT NULL
    AND {interviewer} IS NOT NULL
GROUP BY coalesce(_stratum, ''), {interviewer}
HAVING count(*) >= 5
ORDER BY coalesce(_stratum, ''), {interviewer};
