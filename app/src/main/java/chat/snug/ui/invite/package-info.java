/** How others come in: the address, the link, and a picture of it for a phone. */
@NullMarked
package chat.snug.ui.invite;

import org.jspecify.annotations.NullMarked;
