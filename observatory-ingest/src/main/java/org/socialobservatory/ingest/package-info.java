/**
 * The way in: packages of files become editions in the warehouse, in travel order {@code source}, {@code mapping},
 * {@code check}, {@code gate}, {@code warehouse}, {@code publish}; {@code cli} holds the commands.
 * Knows the language; a room may know those before it on the way, never one after it.
 */
@NullMarked
package org.socialobservatory.ingest;

import org.jspecify.annotations.NullMarked;
