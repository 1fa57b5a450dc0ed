@NullMarked
package org.socialobservatory.api.voice;

import org.jspecify.annotations.NullMarked;
