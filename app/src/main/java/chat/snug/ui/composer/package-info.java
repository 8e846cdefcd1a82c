/** Where a person writes: text, commands after a slash, names completed. */
@NullMarked
package chat.snug.ui.composer;

import org.jspecify.annotations.NullMarked;
