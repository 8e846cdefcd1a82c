/**
 * Measures IRC servers: a load generator for any of them, and a runner that lets them take turns.
 * Neither knows a class of the server; they meet it at a host and a port.
 */
@NullMarked
package chat.snug.bench;

import org.jspecify.annotations.NullMarked;
