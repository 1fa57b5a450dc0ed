/**
 * What a diagnostic says in plain sentences, each no surer than its figures. May know {@code page}, {@code diagnostic}
 * and what they may know.
 */
@NullMarked
package org.socialobservatory.api.page.sentence;

import org.jspecify.annotations.NullMarked;
