/** What figures of an area say beside others, held against R and against what was reckoned by hand. */
@NullMarked
package org.socialobservatory.api.diagnostic;

import org.jspecify.annotations.NullMarked;
