/** The settings: what the app remembers of a person's wishes, applied as soon as it is chosen. */
@NullMarked
package chat.snug.ui.settings;

import org.jspecify.annotations.NullMarked;
