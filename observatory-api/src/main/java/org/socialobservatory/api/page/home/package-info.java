/**
 * The first page: find your quarter, the towns, what is new.
 * May know {@code page} and what it may know, and {@code search}.
 */
@NullMarked
package org.socialobservatory.api.page.home;

import org.jspecify.annotations.NullMarked;
