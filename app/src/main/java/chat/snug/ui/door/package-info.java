/** The door of this computer's rooms: who asks to come in, what opens it, and who did what. */
@NullMarked
package chat.snug.ui.door;

import org.jspecify.annotations.NullMarked;
