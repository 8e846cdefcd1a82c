/** What this computer remembers of hosts, to know them again: their keys, and who vouched. */
@NullMarked
package chat.snug.trust;

import org.jspecify.annotations.NullMarked;
