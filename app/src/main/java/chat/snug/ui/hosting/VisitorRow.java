package chat.snug.ui.hosting;

import chat.snug.hosting.Visitor;

/**
 * Somebody who is here, in words. Immutable.
 *
 * @param where their address, and the account or that they are a guest
 * @param since for how long they have been here
 * @param idle whether they do something, and if not since when
 * @param behind how much they have not taken yet, or empty
 */
record VisitorRow(Visitor visitor, String where, String since, String idle, String behind) {
    /** Two that look alike need no change on the screen. */
    boolean looksLike(VisitorRow other) {
        return visitor.name().equals(other.visitor.name())
                && visitor.host() == other.visitor.host()
                && where.equals(other.where)
                && since.equals(other.since)
                && idle.equals(other.idle)
                && behind.equals(other.behind)
                && visitor.rooms().equals(other.visitor.rooms());
    }
}
