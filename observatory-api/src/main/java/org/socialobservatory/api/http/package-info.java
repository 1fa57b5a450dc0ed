/**
 * What every answer has in common: the reader's language, caching, security headers, parameters read strictly.
 * May know {@code snapshot} and {@code problem}, never a feature.
 */
@NullMarked
package org.socialobservatory.api.http;

import org.jspecify.annotations.NullMarked;
