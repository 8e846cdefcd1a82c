/** Sockets and bytes on one selector thread. Not a word of IRC is known here. */
@NullMarked
package chat.snug.net;

import org.jspecify.annotations.NullMarked;
