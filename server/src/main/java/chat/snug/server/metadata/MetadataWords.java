package chat.snug.server.metadata;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the two drafts of METADATA that clients know say the same things. The first tells values
 * unasked with a METADATA message and has a code for each failure; the second has numerics for
 * values, however they came, and warns where only a part fails.
 */
enum MetadataWords {
    /** {@code draft/metadata-2}. */
    SECOND,
    /** {@code draft/metadata-3}. */
    THIRD;

    static final String METADATA = "METADATA";

    /** Everybody may see everything. */
    private static final String VISIBILITY = "*";

    private static final String NOT_SET = "Key not set";

    /** What a client understands; one that negotiated neither is answered as the older draft. */
    static MetadataWords of(Session session) {
        return session.has(Capability.METADATA_3) ? THIRD : SECOND;
    }

    /** The answer to a question: {@code RPL_KEYVALUE}, or {@code RPL_KEYNOTSET}. */
    Message answer(
            ServerState server, Session to, String target, String key, @Nullable String value) {
        return value == null
                ? server.replies.message(to, Numeric.RPL_KEYNOTSET, List.of(target, key), NOT_SET)
                : server.replies.message(
                        to, Numeric.RPL_KEYVALUE, List.of(target, key, VISIBILITY), value);
    }

    /** What is told unasked. */
    Message changed(
            ServerState server,
            Source by,
            Session to,
            String target,
            String key,
            @Nullable String value) {
        return switch (this) {
            case THIRD -> answer(server, to, target, key, value);
            case SECOND ->
                    new Message(
                            Tags.NONE,
                            by,
                            METADATA,
                            value == null
                                    ? List.of(target, key, VISIBILITY)
                                    : List.of(target, key, VISIBILITY, value));
        };
    }

    /** The rest of the command goes on if the key is one of many. */
    Message invalidKey(ServerState server, String key, boolean oneOfMany) {
        return switch (this) {
            case SECOND -> fail(server, "KEY_INVALID", "Invalid key", key);
            case THIRD ->
                    reply(server, oneOfMany ? "WARN" : "FAIL", "INVALID_KEY", "Invalid key", key);
        };
    }

    /** The older draft does not take away what is not there. */
    static Message notSet(ServerState server, String target, String key) {
        return fail(server, "KEY_NOT_SET", NOT_SET, target, key);
    }

    static Message tooManyParams(ServerState server, String subcommand) {
        return fail(server, "INVALID_PARAMS", "Too many parameters", subcommand);
    }

    Message invalidValue(ServerState server, String key) {
        String text = "The value is too long";
        return switch (this) {
            case SECOND -> fail(server, "VALUE_INVALID", text);
            case THIRD -> fail(server, "INVALID_VALUE", text, key);
        };
    }

    Message tooManyKeys(ServerState server, String target) {
        String limit = Integer.toString(server.limits.metadata().keys());
        String text = "There is no room for more keys";
        return switch (this) {
            case SECOND -> fail(server, "LIMIT_REACHED", text, target);
            case THIRD -> fail(server, "LIMIT_REACHED", text, "SET", target, limit);
        };
    }

    Message tooManySubscriptions(ServerState server, String key) {
        String limit = Integer.toString(server.limits.metadata().subscriptions());
        String text = "Too many subscriptions";
        return switch (this) {
            case SECOND -> fail(server, "TOO_MANY_SUBS", text, key);
            case THIRD -> fail(server, "LIMIT_REACHED", text, "SUB", key, limit);
        };
    }

    Message unknownSubcommand(ServerState server, String subcommand) {
        String text = "Unknown subcommand";
        return switch (this) {
            case SECOND -> fail(server, "SUBCOMMAND_INVALID", text, subcommand);
            case THIRD -> fail(server, "INVALID_PARAMS", text, subcommand);
        };
    }

    Message tooFewParams(ServerState server, Session to, String subcommand) {
        String text = "Not enough parameters";
        return switch (this) {
            case SECOND ->
                    server.replies.message(to, Numeric.ERR_NEEDMOREPARAMS, List.of(METADATA), text);
            case THIRD -> fail(server, "INVALID_PARAMS", text, subcommand);
        };
    }

    /**
     * Too many changes.
     *
     * @param seconds after which the client may try again
     * @param params what was asked: the subcommand and what followed it
     */
    Message tooFast(
            ServerState server, Session to, String target, long seconds, List<String> params) {
        String wait = Long.toString(seconds);
        return switch (this) {
            case SECOND ->
                    fail(
                            server,
                            "RATE_LIMITED",
                            "Too many changes; try again later",
                            target,
                            params.size() > 1 ? params.get(1) : "*",
                            wait);
            case THIRD -> {
                List<String> all = new ArrayList<>(List.of(to.nick(), wait, target));
                all.addAll(params);
                yield new Message(
                        Tags.NONE, server.source, Numeric.ERR_METADATARATELIMIT.code(), all);
            }
        };
    }

    static Message invalidTarget(ServerState server, String target) {
        return fail(server, "INVALID_TARGET", "Invalid metadata target", target);
    }

    static Message notAllowed(ServerState server, String target, String key) {
        return fail(server, "KEY_NO_PERMISSION", "Permission denied", target, key);
    }

    static Message later(ServerState server, Session to, String target, int seconds) {
        return server.replies.message(
                to,
                Numeric.ERR_METADATASYNCLATER,
                List.of(target, Integer.toString(seconds)),
                "Please synchronize later");
    }

    private static Message fail(ServerState server, String code, String text, String... context) {
        return reply(server, "FAIL", code, text, context);
    }

    /** See IRCv3 standard-replies. */
    private static Message reply(
            ServerState server, String verb, String code, String text, String... context) {
        List<String> params = new ArrayList<>(List.of(METADATA, code));
        for (String word : context) {
            params.add(isMiddle(word) ? word : "*");
        }
        params.add(text);
        return new Message(Tags.NONE, server.source, verb, params);
    }

    private static boolean isMiddle(String word) {
        return !word.isEmpty() && word.charAt(0) != ':' && word.indexOf(' ') < 0;
    }
}
