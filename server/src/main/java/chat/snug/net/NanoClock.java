package chat.snug.net;

/** A clock that never goes backwards, in nanoseconds; handed in so that tests can drive it. */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** The clock of the machine. */
    static NanoClock system() {
        return System::nanoTime;
    }
}
