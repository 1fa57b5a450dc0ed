/**
 * Readers who want to know what is withheld: they read every door, know what adds up, and have a linear programme.
 * Knows the doors as any reader does, and of the way in only how an agent publishes.
 */
@NullMarked
package org.socialobservatory.api.attack;

import org.jspecify.annotations.NullMarked;
