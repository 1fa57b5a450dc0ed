SELECT scheme, label_fr, label_ar, label_en
FROM code_list
WHERE edition = ?
ORDER BY ordinal
