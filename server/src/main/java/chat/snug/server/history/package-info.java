/** What was said before: replaying, asking for it, searching, deleting, marking as read. */
@NullMarked
package chat.snug.server.history;

import org.jspecify.annotations.NullMarked;
