package chat.snug.ui.shell;

/** A row of the side bar. */
sealed interface SideItem permits SideItem.HostHeading, SideItem.PrivateHeading, SideItem.Entry {

    /** A host, above its rooms. */
    record HostHeading(ConnectionViewModel connection) implements SideItem {}

    /** Above the conversations with single people, of all hosts. */
    record PrivateHeading() implements SideItem {}

    /** A conversation. */
    record Entry(ConversationViewModel conversation) implements SideItem {}
}
