package chat.snug.room;

/** A person in a room, and what they may do there. Only the {@link Room} changes it. */
public final class Member {
    private final Person person;
    private boolean operator;
    private boolean voice;

    Member(Person person) {
        this.person = person;
    }

    public Person person() {
        return person;
    }

    public boolean has(Rank rank) {
        return switch (rank) {
            case OPERATOR -> operator;
            case VOICE -> voice;
        };
    }

    public boolean isOperator() {
        return operator;
    }

    boolean hasAnyRank() {
        return operator || voice;
    }

    void set(Rank rank, boolean given) {
        switch (rank) {
            case OPERATOR -> operator = given;
            case VOICE -> voice = given;
        }
    }
}
