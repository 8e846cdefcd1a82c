/** The core: clients, the rooms that they are in, and the way of lines in and out. */
@NullMarked
package chat.snug.server.session;

import org.jspecify.annotations.NullMarked;
