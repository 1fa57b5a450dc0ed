@NullMarked
package org.socialobservatory.api.bench;

import org.jspecify.annotations.NullMarked;
