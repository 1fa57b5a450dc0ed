WITH interviews AS (
    SELECT epoch(TRY_CAST({end} AS TIMESTAMPTZ)) - epoch(TRY_CAST({begin} AS TIMESTAMPTZ)) AS seconds
    FROM answers
), usual AS (
    SELECT median(seconds) AS seconds
    FROM interviews
)
SELECT
    any_value(usual.seconds) / 60,
    count(interviews.seconds),
    count(*) FILTER (WHERE interviews.seconds < 0 OR interviews.seconds * 3 < usual.seconds)
FROM interviews, usual;
