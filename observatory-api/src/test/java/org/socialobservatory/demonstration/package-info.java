/**
 * The program that makes the fictitious household survey of the demonstration, and the tests that hold its files to it.
 * May know the invented town, its answers, and the forms of XLSForm and of an export of ODK Central.
 */
@NullMarked
package org.socialobservatory.demonstration;

import org.jspecify.annotations.NullMarked;
