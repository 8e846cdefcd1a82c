/** The room server itself: the only package that knows protocol, net and room. */
@NullMarked
package chat.snug.server;

import org.jspecify.annotations.NullMarked;
