/** Who is in a room. */
@NullMarked
package chat.snug.ui.people;

import org.jspecify.annotations.NullMarked;
