/** Questions to a team, live: lanes, answers, ledger, and whole data sets. */
@NullMarked
package dev.latentloom.views.run;

import org.jspecify.annotations.NullMarked;
