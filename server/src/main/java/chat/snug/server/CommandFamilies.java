package chat.snug.server;

/** Fills the table of commands from the families. */
final class CommandFamilies {
    private CommandFamilies() {}

    static CommandDispatcher dispatcher(ServerState server) {
        CommandDispatcher table = new CommandDispatcher(server.replies);
        Publisher publisher = new Publisher(server.broadcast);
        Information information = new Information(server);
        Nicknames nicknames = new Nicknames(server);
        Admission admission = new Admission(server, information, nicknames);
        new RegistrationCommands(server, admission, nicknames).addTo(table);
        new CapabilityCommands(server, admission).addTo(table);
        Login login = new Login(server);
        new SaslCommands(server, login).addTo(table);
        new AccountCommands(server, login).addTo(table);
        RoomCommands rooms = new RoomCommands(server, publisher);
        rooms.addTo(table);
        new RenameCommands(server, rooms).addTo(table);
        new ModerationCommands(server, publisher).addTo(table);
        new ListingCommands(server).addTo(table);
        MessageCommands messages = new MessageCommands(server);
        messages.addTo(table);
        new ClientBatches(server, messages).addTo(table);
        new HistoryCommands(server).addTo(table);
        new RedactionCommands(server).addTo(table);
        new ReadMarkerCommands(server).addTo(table);
        new SearchCommands(server).addTo(table);
        new ModeCommands(server, publisher).addTo(table);
        new WhoCommands(server).addTo(table);
        new WhoisCommands(server).addTo(table);
        new PresenceCommands(server).addTo(table);
        new MonitorCommands(server).addTo(table);
        new OperatorCommands(server, information).addTo(table);
        new ServerCommands(server).addTo(table);
        new MetadataCommands(server).addTo(table);
        new QueryCommands(server, information).addTo(table);
        return table;
    }
}
