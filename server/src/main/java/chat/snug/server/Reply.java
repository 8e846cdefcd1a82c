package chat.snug.server;

/** What one client is sent: a line, or several that belong together. */
sealed interface Reply permits Outgoing, Batch {}
