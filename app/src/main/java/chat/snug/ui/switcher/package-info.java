/** The way to any room or person by a few letters. */
@NullMarked
package chat.snug.ui.switcher;

import org.jspecify.annotations.NullMarked;
