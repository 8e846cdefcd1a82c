/** The table of what the keyboard does. */
@NullMarked
package chat.snug.ui.keys;

import org.jspecify.annotations.NullMarked;
