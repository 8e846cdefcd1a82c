package chat.snug.ui.people;

import chat.snug.client.Person;

/** One row of the people list: data only, immutable. */
public sealed interface PeopleRow {

    /** The parts of the list, from above. */
    enum Section {
        HOST,
        HERE,
        AWAY
    }

    /** What somebody is in the room. */
    enum Role {
        HOST,
        MODERATOR,
        GUEST
    }

    /** The name of a section and how many are in it. */
    record Heading(Section section, int count) implements PeopleRow {}

    /**
     * Somebody.
     *
     * @param me whether that is me, with whom nobody talks privately
     */
    record Entry(Person person, Role role, boolean me) implements PeopleRow {
        /** Whether nobody can be sure who that is: they have no rank and the name no owner. */
        boolean isUnproved() {
            return role == Role.GUEST && person.guest();
        }

        Section section() {
            if (role == Role.HOST) {
                return Section.HOST;
            }
            return person.away() ? Section.AWAY : Section.HERE;
        }
    }
}
