/** The window: the side bar, the header, one conversation, and the road out. */
@NullMarked
package chat.snug.ui.shell;

import org.jspecify.annotations.NullMarked;
