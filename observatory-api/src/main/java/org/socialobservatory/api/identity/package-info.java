/**
 * Linked data: the names of things lead to their page or description, and the language describes itself.
 * May know {@code snapshot}, {@code problem} and {@code http}.
 */
@NullMarked
package org.socialobservatory.api.identity;

import org.jspecify.annotations.NullMarked;
