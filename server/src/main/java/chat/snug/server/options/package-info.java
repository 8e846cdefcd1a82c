/** What a server is started with, and its limits. */
@NullMarked
package chat.snug.server.options;

import org.jspecify.annotations.NullMarked;
