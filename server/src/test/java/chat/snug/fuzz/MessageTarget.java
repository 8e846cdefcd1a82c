package chat.snug.fuzz;

import chat.snug.protocol.CommandReader;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.MessageWriter;
import java.nio.ByteBuffer;

/**
 * A line is refused with the one exception for it, or it is a message that has a reading and, if
 * its command could be one, says the same when it is written and parsed again.
 */
public final class MessageTarget {
    private MessageTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Message message;
        try {
            message = MessageParser.parse(ByteBuffer.wrap(Lines.first(input)));
        } catch (MalformedMessageException refused) {
            return;
        }
        CommandReader.read(message);
        if (Character.isLetterOrDigit(message.command().charAt(0))) {
            Claim.same(message, again(message));
        }
    }

    private static Message again(Message message) {
        try {
            return MessageParser.parse(MessageWriter.toString(message));
        } catch (MalformedMessageException e) {
            throw new AssertionError("what was written cannot be parsed: " + message, e);
        }
    }
}
