/** Tests of the pages of meetings, and of the marks that they leave at every door. */
@NullMarked
package org.socialobservatory.api.page.meeting;

import org.jspecify.annotations.NullMarked;
