/** The accounts there are, and how somebody proves that one is theirs. Knows no client. */
@NullMarked
package chat.snug.server.accounts;

import org.jspecify.annotations.NullMarked;
