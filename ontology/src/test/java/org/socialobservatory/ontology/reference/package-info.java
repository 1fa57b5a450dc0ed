/**
 * How tests reach the folder of other people's data, and how those that did are counted.
 * Shared by the tests of all modules through the test jar.
 */
@NullMarked
package org.socialobservatory.ontology.reference;

import org.jspecify.annotations.NullMarked;
