/** Coming in: names, capabilities, passwords and accounts. */
@NullMarked
package chat.snug.server.login;

import org.jspecify.annotations.NullMarked;
