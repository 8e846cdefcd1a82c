/** How fast the app is where a person feels it. */
@NullMarked
package chat.snug.bench.app;

import org.jspecify.annotations.NullMarked;
