/**
 * Which further cells are withheld so that those that disclose by themselves stay unknown. May know movements.
 */
@NullMarked
package org.socialobservatory.ingest.gate.secondary;

import org.jspecify.annotations.NullMarked;
