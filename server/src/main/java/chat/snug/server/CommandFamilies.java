package chat.snug.server;

import chat.snug.server.command.ClientBatches;
import chat.snug.server.command.DoorCommands;
import chat.snug.server.command.MessageCommands;
import chat.snug.server.command.ModeCommands;
import chat.snug.server.command.ModerationCommands;
import chat.snug.server.command.MonitorCommands;
import chat.snug.server.command.OperatorCommands;
import chat.snug.server.command.PresenceCommands;
import chat.snug.server.command.RenameCommands;
import chat.snug.server.command.RoomCommands;
import chat.snug.server.history.History;
import chat.snug.server.history.HistoryCommands;
import chat.snug.server.history.ReadMarkerCommands;
import chat.snug.server.history.RedactionCommands;
import chat.snug.server.history.SearchCommands;
import chat.snug.server.login.AccountCommands;
import chat.snug.server.login.Admission;
import chat.snug.server.login.CapabilityCommands;
import chat.snug.server.login.KeyCommands;
import chat.snug.server.login.Login;
import chat.snug.server.login.Nicknames;
import chat.snug.server.login.RegistrationCommands;
import chat.snug.server.login.SaslCommands;
import chat.snug.server.metadata.Metadata;
import chat.snug.server.metadata.MetadataCommands;
import chat.snug.server.metadata.MetadataSync;
import chat.snug.server.query.Information;
import chat.snug.server.query.ListingCommands;
import chat.snug.server.query.QueryCommands;
import chat.snug.server.query.ServerCommands;
import chat.snug.server.query.WhoCommands;
import chat.snug.server.query.WhoisCommands;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.ServerState;

/** Fills the table of commands from the families. */
final class CommandFamilies {
    private CommandFamilies() {}

    static void addTo(ServerState server) {
        CommandDispatcher table = server.dispatcher;
        History history = new History(server);
        Metadata metadata = new Metadata(server);
        MetadataSync sync = new MetadataSync(server, metadata);
        Publisher publisher = new Publisher(server.broadcast);
        Information information = new Information(server, sync);
        Nicknames nicknames = new Nicknames(server);
        Login login = new Login(server, metadata, nicknames);
        Admission admission = new Admission(server, information, nicknames, login);
        new RegistrationCommands(server, admission, nicknames).addTo(table);
        new CapabilityCommands(server, admission, metadata, sync).addTo(table);
        new SaslCommands(server, login).addTo(table);
        new AccountCommands(server, login).addTo(table);
        new KeyCommands(server, login).addTo(table);
        RoomCommands rooms = new RoomCommands(server, publisher, history, sync);
        rooms.addTo(table);
        new RenameCommands(server, rooms).addTo(table);
        new ModerationCommands(server, publisher).addTo(table);
        new DoorCommands(server).addTo(table);
        new ListingCommands(server).addTo(table);
        MessageCommands messages = new MessageCommands(server, history.conversations);
        messages.addTo(table);
        new ClientBatches(server, messages).addTo(table);
        new HistoryCommands(server, history.stories).addTo(table);
        new RedactionCommands(server, history).addTo(table);
        new ReadMarkerCommands(server, history.markers).addTo(table);
        new SearchCommands(server, history.stories).addTo(table);
        new ModeCommands(server, publisher).addTo(table);
        new WhoCommands(server).addTo(table);
        new WhoisCommands(server).addTo(table);
        new PresenceCommands(server).addTo(table);
        new MonitorCommands(server, sync).addTo(table);
        new OperatorCommands(server, information).addTo(table);
        new ServerCommands(server).addTo(table);
        new MetadataCommands(server, metadata, sync).addTo(table);
        new QueryCommands(server, information).addTo(table);
    }
}
