/**
 * Questionnaires as XLSForm writes them. May know {@code source} and its workbooks.
 */
@NullMarked
package org.socialobservatory.ingest.source.xlsform;

import org.jspecify.annotations.NullMarked;
