/**
 * Where answers of persons lie: in a folder that nobody else can read and no door can reach.
 * May know how answers are read; nothing of what becomes of them.
 */
@NullMarked
package org.socialobservatory.ingest.vault;

import org.jspecify.annotations.NullMarked;
