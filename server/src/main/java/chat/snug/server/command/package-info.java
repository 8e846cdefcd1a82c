/** What people do in rooms and to each other: talk, modes, moderation, being away. */
@NullMarked
package chat.snug.server.command;

import org.jspecify.annotations.NullMarked;
