/** Emoji in colour, where the toolkit draws none: on Linux, from the font that is installed. */
@NullMarked
package chat.snug.ui.emoji;

import org.jspecify.annotations.NullMarked;
