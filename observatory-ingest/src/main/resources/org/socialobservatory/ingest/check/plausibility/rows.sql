SELECT count(*)
FROM answers;
