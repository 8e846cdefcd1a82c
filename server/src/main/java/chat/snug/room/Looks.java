package chat.snug.room;

import chat.snug.room.PersonPattern.Subject;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lists of masks look at of one person, found out once for all their entries. */
final class Looks {
    private final Person person;
    private final Map<Subject, @Nullable String> found = new EnumMap<>(Subject.class);

    Looks(Person person) {
        this.person = person;
    }

    /** As it is compared; null if the person has none. */
    @Nullable String at(Subject subject) {
        if (!found.containsKey(subject)) {
            found.put(subject, look(subject));
        }
        return found.get(subject);
    }

    private @Nullable String look(Subject subject) {
        return switch (subject) {
            case NAME_AND_ADDRESS -> person.foldedMask();
            case ACCOUNT -> person.foldedAccount();
            case KEY -> person.foldedKey();
        };
    }
}
