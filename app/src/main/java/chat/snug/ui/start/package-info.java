/** The first screen and its parts: who you are, a room of your own, or the way into another. */
@NullMarked
package chat.snug.ui.start;

import org.jspecify.annotations.NullMarked;
