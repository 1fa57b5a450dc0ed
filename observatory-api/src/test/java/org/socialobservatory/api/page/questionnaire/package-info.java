@NullMarked
package org.socialobservatory.api.page.questionnaire;

import org.jspecify.annotations.NullMarked;
