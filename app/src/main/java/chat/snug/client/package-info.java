/** The client without a screen: connects, keeps the state of a connection, tells what happened. */
@NullMarked
package chat.snug.client;

import org.jspecify.annotations.NullMarked;
