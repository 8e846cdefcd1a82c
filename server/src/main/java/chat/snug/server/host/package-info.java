/** What the host is shown of those who are here, and what it decides about what is kept. */
@NullMarked
package chat.snug.server.host;

import org.jspecify.annotations.NullMarked;
