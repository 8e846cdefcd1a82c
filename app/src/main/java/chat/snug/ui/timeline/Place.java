package chat.snug.ui.timeline;

/**
 * Where somebody stopped reading, for when the conversation is shown again.
 *
 * @param key the key of the first row that was visible
 * @param offset how far its top is below the view's top, in pixels
 */
record Place(long key, double offset) {}
