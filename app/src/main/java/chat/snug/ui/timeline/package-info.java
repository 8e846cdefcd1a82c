/** What was said in one conversation, as a virtualised column of rows. */
@NullMarked
package chat.snug.ui.timeline;

import org.jspecify.annotations.NullMarked;
