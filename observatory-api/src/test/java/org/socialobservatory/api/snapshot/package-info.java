@NullMarked
package org.socialobservatory.api.snapshot;

import org.jspecify.annotations.NullMarked;
