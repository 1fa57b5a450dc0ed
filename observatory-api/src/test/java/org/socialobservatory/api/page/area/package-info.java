@NullMarked
package org.socialobservatory.api.page.area;

import org.jspecify.annotations.NullMarked;
