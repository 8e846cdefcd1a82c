package chat.snug.net;

/**
 * Where a {@link Connection} is between its first byte and its last.
 *
 * <pre>
 *          closeAfterFlush, or the peer's end of stream
 *   OPEN ───────────────────────────────► FLUSHING ──── all written ────► DRAINING
 *    │                                       │                               │
 *    │ close, reset, queue full,             │ linger time over,             │ linger time over,
 *    │ handler failed                        │ close, reset                  │ the peer's end
 *    └───────────────────────────────────► DOOMED ◄──────────────────────────┘
 *                                            │ the end of the turn
 *                                          CLOSED
 * </pre>
 *
 * While DRAINING, the end of our stream is out and what the peer still sends is thrown away: a
 * socket that is closed with unread bytes resets the connection (RFC 9293, section 3.10.4), and the
 * peer might lose the goodbye. Where the peer has ended its stream already, FLUSHING leads straight
 * to CLOSED.
 */
enum ConnectionState {
    OPEN,
    FLUSHING,
    DRAINING,
    DOOMED,
    CLOSED;

    /** Whether there is nothing left to do but to close the socket, if that. */
    boolean isOver() {
        return this == DOOMED || this == CLOSED;
    }
}
