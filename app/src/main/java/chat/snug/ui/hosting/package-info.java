/** What the host sees of everybody on this computer's rooms, and decides for all of them. */
@NullMarked
package chat.snug.ui.hosting;

import org.jspecify.annotations.NullMarked;
