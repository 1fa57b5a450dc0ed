SELECT e.dataset, e.number, e.sequence, e.published_at, e.author, e.reason, e.package_hash, e.content_hash, e.cells,
  w.reason AS withdrawn,
  EXISTS (SELECT 1 FROM erasure x WHERE x.edition = e.sequence) AS source_erased
FROM edition e
LEFT JOIN withdrawal w ON w.edition = e.sequence
ORDER BY e.sequence
