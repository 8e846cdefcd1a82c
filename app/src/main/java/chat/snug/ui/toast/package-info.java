/** A line that appears for a moment, says what was done, and can take it back. */
@NullMarked
package chat.snug.ui.toast;

import org.jspecify.annotations.NullMarked;
