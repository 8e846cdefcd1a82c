/** What people say of themselves and of rooms, key by key. */
@NullMarked
package chat.snug.server.metadata;

import org.jspecify.annotations.NullMarked;
