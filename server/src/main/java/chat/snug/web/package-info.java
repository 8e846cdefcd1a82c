/**
 * The WebSocket protocol (RFC 6455) over the connections of {@code chat.snug.net}: handshake and
 * frames by the library's draft, threads and sockets by our own loop. Not a word of IRC beyond its
 * subprotocols.
 */
@NullMarked
package chat.snug.web;

import org.jspecify.annotations.NullMarked;
