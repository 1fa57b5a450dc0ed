/**
 * Workbooks (XLSX), streamed. May know {@code source}.
 */
@NullMarked
package org.socialobservatory.ingest.source.workbook;

import org.jspecify.annotations.NullMarked;
