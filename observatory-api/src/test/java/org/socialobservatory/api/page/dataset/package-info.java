@NullMarked
package org.socialobservatory.api.page.dataset;

import org.jspecify.annotations.NullMarked;
