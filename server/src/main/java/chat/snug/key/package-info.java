/** Keys by which computers know each other, with no authority to ask. */
@NullMarked
package chat.snug.key;

import org.jspecify.annotations.NullMarked;
