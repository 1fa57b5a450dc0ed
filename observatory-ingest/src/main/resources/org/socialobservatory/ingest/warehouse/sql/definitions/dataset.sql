SELECT d.code, d.title_fr, d.title_ar, d.title_en, d.town, d.publisher, d.publisher_fr, d.publisher_ar, d.publisher_en,
  d.licenses, d.sources, d.fictitious, e.dimensions
FROM dataset d
JOIN edition e ON e.sequence = d.edition
WHERE d.edition = ?
