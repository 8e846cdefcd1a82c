/** Questions that change nothing: who is here, which rooms there are, what this server is. */
@NullMarked
package chat.snug.server.query;

import org.jspecify.annotations.NullMarked;
