/** Calls for the person: a card in the window, or the desktop's own notification. */
@NullMarked
package chat.snug.ui.notify;

import org.jspecify.annotations.NullMarked;
