/**
 * The SPARQL workbench with its ready questions.
 * May know {@code page} and what it may know.
 */
@NullMarked
package org.socialobservatory.api.page.query;

import org.jspecify.annotations.NullMarked;
