package chat.snug.client;

/** What a screen can offer on a host that has it, and does without on one that has not. */
public enum Feature {
    /** {@link ClientRequest.Older}: the host remembers what was said. */
    HISTORY,
    /** {@link ClientRequest.ReadHistory}: any part of it can be asked for. */
    HISTORY_ANYWHERE,
    /** {@link ClientRequest.Search}. */
    SEARCH,
    /** {@link ClientRequest.Say#replyTo()} reaches the others. */
    REPLIES,
    /** {@link ClientRequest.React}. */
    REACTIONS,
    /** {@link ClientRequest.Redact}. */
    REDACTION,
    /** {@link ClientRequest.Typing} reaches the others. */
    TYPING,
    /** A text of several lines stays one message. */
    MULTILINE,
    /** {@link ClientRequest.MarkRead} reaches my other apps. */
    READ_MARKERS,
    /** {@link ClientRequest.SignIn}. */
    SIGN_IN,
    /** {@link ClientRequest.SignInByKey}. */
    SIGN_IN_BY_KEY,
    /** {@link ClientRequest.Register}. */
    REGISTRATION,
    /** Whoever registers has to give an e-mail address. */
    EMAIL_REQUIRED,
    /** {@link ClientRequest.NameRoom} and {@link ClientRequest.ShowAs}. */
    DISPLAY_NAMES,
    /** {@link ClientRequest.LetIn}. */
    LET_IN,
    /** {@link ClientRequest.Mute}. */
    MUTE,
    /** {@link ClientRequest.MuteFor}. */
    TIMED_MUTE,
    /** {@link BanKind#ACCOUNT}. */
    ACCOUNT_BANS,
    /** {@link BanKind#KEY}, once {@link ClientRequest.AskKey} has told the key. */
    KEY_BANS,
    /** Nobody is let in without encryption. */
    ENCRYPTED_ONLY
}
