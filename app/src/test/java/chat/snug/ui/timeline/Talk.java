package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Person;
import java.time.Instant;
import java.util.Set;

/** Events of one room, on one Friday, written shortly. */
final class Talk {
    static final String ROOM = "#lobby";

    private static int lastId;

    private Talk() {}

    /** A time on Friday, 20 November 2026, UTC. */
    static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + (time.length() == 5 ? ":00Z" : "Z"));
    }

    static Said said(String time, String from, String text) {
        return said(at(time), "id" + ++lastId, from, text);
    }

    static Said said(Instant time, String id, String from, String text) {
        return new Said(ROOM, time, id, from, false, Said.Kind.TEXT, text, false);
    }

    static Said mine(String time, String id, String text) {
        return new Said(ROOM, at(time), id, "Mei", true, Said.Kind.TEXT, text, false);
    }

    static Said mention(String time, String from, String text) {
        return new Said(ROOM, at(time), "id" + ++lastId, from, false, Said.Kind.TEXT, text, true);
    }

    static Said action(String time, String from, String text) {
        return new Said(
                ROOM, at(time), "id" + ++lastId, from, false, Said.Kind.ACTION, text, false);
    }

    static Pending pending(String time, long token, String text) {
        return new Pending(ROOM, at(time), token, Said.Kind.TEXT, text);
    }

    static Confirmed confirmed(long token, Said said) {
        return new Confirmed(ROOM, token, said);
    }

    static NotSent notSent(long token, String reason) {
        return new NotSent(ROOM, token, reason);
    }

    static PersonJoined joined(String time, String name) {
        return new PersonJoined(ROOM, at(time), new Person(name, Set.of(), false));
    }

    static PersonLeft left(String time, String name, String reason) {
        return new PersonLeft(ROOM, at(time), name, PersonLeft.How.QUIT, null, reason);
    }

    static PersonLeft kicked(String time, String name, String by) {
        return new PersonLeft(ROOM, at(time), name, PersonLeft.How.KICK, by, "");
    }

    static PersonRenamed renamed(String time, String from, String to) {
        return new PersonRenamed(ROOM, at(time), from, to);
    }
}
