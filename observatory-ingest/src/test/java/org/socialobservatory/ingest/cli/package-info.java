@NullMarked
package org.socialobservatory.ingest.cli;

import org.jspecify.annotations.NullMarked;
