/**
 * Pages of meetings: who came, what was shown and said, what was decided. May know what pages share and the snapshot.
 */
@NullMarked
package org.socialobservatory.api.page.meeting;

import org.jspecify.annotations.NullMarked;
