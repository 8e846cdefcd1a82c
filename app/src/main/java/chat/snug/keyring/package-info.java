/** Where the platform keeps secrets for its person, asked without ever being waited for. */
@NullMarked
package chat.snug.keyring;

import org.jspecify.annotations.NullMarked;
