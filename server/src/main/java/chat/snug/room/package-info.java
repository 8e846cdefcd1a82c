/** The rules of a room: who may do what, and what happened. No socket, no IRC text. */
@NullMarked
package chat.snug.room;

import org.jspecify.annotations.NullMarked;
