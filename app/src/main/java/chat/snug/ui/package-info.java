/** The app on the screen. Screens and parts have a package each below this one. */
@NullMarked
package chat.snug.ui;

import org.jspecify.annotations.NullMarked;
