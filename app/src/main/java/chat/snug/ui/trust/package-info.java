/** Who a host is: its four words, and what is said when it is not the one that was meant. */
@NullMarked
package chat.snug.ui.trust;

import org.jspecify.annotations.NullMarked;
