/** The text and bytes of IRC. No channel, clock, thread or file is known here. */
@NullMarked
package chat.snug.protocol;

import org.jspecify.annotations.NullMarked;
