SELECT scheme, code, label_fr, label_ar, label_en, broader
FROM concept
WHERE edition = ?
ORDER BY ordinal
