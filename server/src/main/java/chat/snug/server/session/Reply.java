package chat.snug.server.session;

/** What one client is sent: a line, or several that belong together. */
public sealed interface Reply permits Outgoing, Batch {}
