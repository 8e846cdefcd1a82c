/** What is kept: the logs of the rooms, and small facts about rooms and people. */
@NullMarked
package chat.snug.store;

import org.jspecify.annotations.NullMarked;
