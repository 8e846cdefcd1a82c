/** Who somebody is, proved by a password: no socket, no line of IRC, nothing kept. */
@NullMarked
package chat.snug.account;

import org.jspecify.annotations.NullMarked;
