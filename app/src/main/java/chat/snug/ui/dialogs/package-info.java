/** What lies over the window for a moment: questions, and the doors of the first screen again. */
@NullMarked
package chat.snug.ui.dialogs;

import org.jspecify.annotations.NullMarked;
