/** What a person saw, kept on their own computer, to be read and searched when its host is gone. */
@NullMarked
package chat.snug.transcript;

import org.jspecify.annotations.NullMarked;
