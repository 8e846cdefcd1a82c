package chat.snug.net;

/** Why a connection ended. The first reason given is the one that its handler is told. */
public enum CloseReason {
    /** The peer ended its side of the stream. */
    CLOSED_BY_PEER("Connection closed"),
    /** The peer reset the connection, or the network lost it. */
    RESET_BY_PEER("Connection reset"),
    /** More bytes waited for the peer than the connection's queue limit allows. */
    SEND_QUEUE_FULL("Send queue full"),
    /** The peer broke the protocol in a way that leaves nothing to talk about. */
    PROTOCOL_ERROR("Protocol error"),
    /** The peer was silent for too long. */
    TIMED_OUT("Timed out"),
    /** This side had enough: somebody left, or was told to leave. */
    LOCAL_CLOSE("Closed"),
    /** This side turned the connection away when it came in. */
    REFUSED("Refused"),
    /** The loop, or what is hosted on it, is being closed. */
    SHUTDOWN("Shutting down"),
    /** The handler threw; the failure is in the log. */
    HANDLER_FAILED("Internal error");

    private final String phrase;

    CloseReason(String phrase) {
        this.phrase = phrase;
    }

    /** A few English words for a log or a line on the wire; screens have their own texts. */
    public String phrase() {
        return phrase;
    }
}
