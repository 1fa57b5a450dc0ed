SELECT code, name_fr
FROM area
WHERE CONTAINS(LOWER(name_fr), 'salé')
UNION ALL
SELECT code, label_fr
FROM indicator
WHERE CONTAINS(LOWER(label_fr), 'salé')
