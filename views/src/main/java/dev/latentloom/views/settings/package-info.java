/** What people may set, and the sheet where they do. */
@NullMarked
package dev.latentloom.views.settings;

import org.jspecify.annotations.NullMarked;
