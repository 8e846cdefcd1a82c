/** The embedded room server as the app uses it. */
@NullMarked
package chat.snug.hosting;

import org.jspecify.annotations.NullMarked;
