/** What a room is set to: its name, who may come in, who may speak, who may not. */
@NullMarked
package chat.snug.ui.room;

import org.jspecify.annotations.NullMarked;
