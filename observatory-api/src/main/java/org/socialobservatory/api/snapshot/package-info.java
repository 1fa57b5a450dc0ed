/**
 * All that the doors say at one moment: published cells in columns, their descriptions, and the indexes over them.
 * May know the language and the warehouse, never a feature.
 */
@NullMarked
package org.socialobservatory.api.snapshot;

import org.jspecify.annotations.NullMarked;
