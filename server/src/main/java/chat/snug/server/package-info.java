/** The server as seen from outside, and where its parts are put together. */
@NullMarked
package chat.snug.server;

import org.jspecify.annotations.NullMarked;
