package chat.snug.room;

import chat.snug.room.PersonPattern.Subject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lists of masks look at of one person, found out once for all their entries. */
final class Looks {
    private final Person person;
    private final Set<Subject> known = EnumSet.noneOf(Subject.class);
    private @Nullable String mask;
    private @Nullable String account;
    private @Nullable String key;

    Looks(Person person) {
        this.person = person;
    }

    /** As it is compared; null if the person has none. */
    @Nullable String at(Subject subject) {
        boolean isNew = known.add(subject);
        return switch (subject) {
            case NAME_AND_ADDRESS -> mask = isNew ? person.foldedMask() : mask;
            case ACCOUNT -> account = isNew ? person.foldedAccount() : account;
            case KEY -> key = isNew ? person.foldedKey() : key;
        };
    }
}
