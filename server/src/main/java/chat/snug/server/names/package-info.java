/** What people and rooms may be called, and what looks alike. Knows no client. */
@NullMarked
package chat.snug.server.names;

import org.jspecify.annotations.NullMarked;
