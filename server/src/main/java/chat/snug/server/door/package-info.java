/** What is remembered of the door: invites, people, and who did what. Knows no client. */
@NullMarked
package chat.snug.server.door;

import org.jspecify.annotations.NullMarked;
