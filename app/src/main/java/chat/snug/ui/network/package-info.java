/** What can be done on a network beside talking: find rooms, have an account, see the wire. */
@NullMarked
package chat.snug.ui.network;

import org.jspecify.annotations.NullMarked;
