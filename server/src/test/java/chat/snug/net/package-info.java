@NullMarked
package chat.snug.net;

import org.jspecify.annotations.NullMarked;
