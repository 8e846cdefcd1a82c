package chat.snug.room;

/**
 * How many entries the lists of several rooms have together, and how many they may have. Where all
 * places are taken each room may still have a few, so that nobody takes the means of keeping order
 * from other rooms by filling the lists of their own. Belongs to the loop's thread.
 */
public final class MaskPlaces {
    private final int all;
    private final int always;
    private int taken;

    /**
     * @param all how many entries all rooms may have together
     * @param always how many a room may have whatever the others have
     */
    public MaskPlaces(int all, int always) {
        this.all = all;
        this.always = always;
    }

    /** For a room that shares its places with no other. */
    public static MaskPlaces unshared() {
        return new MaskPlaces(Integer.MAX_VALUE, 0);
    }

    /** So many entries are there from now on, or not any more. */
    public void take(int change) {
        taken += change;
    }

    /** None is there any more. */
    public void clear() {
        taken = 0;
    }

    /** Whether there is a place for one more in a room that has so many. */
    boolean isFree(int inRoom) {
        return taken < all || inRoom < always;
    }
}
