/** Where the person was named, across all rooms. */
@NullMarked
package chat.snug.ui.mentions;

import org.jspecify.annotations.NullMarked;
