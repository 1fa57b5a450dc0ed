/**
 * Files as they come: packages, tables, features. May know only the language.
 */
@NullMarked
package org.socialobservatory.ingest.source;

import org.jspecify.annotations.NullMarked;
