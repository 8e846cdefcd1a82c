package chat.snug.ui.hosting;

import chat.snug.hosting.Visitor;
import chat.snug.ui.Messages;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;

/** Puts what is known of a visitor into words. */
final class VisitorWords {
    private static final long KIB = 1024;

    private final Messages messages;

    VisitorWords(Messages messages) {
        this.messages = messages;
    }

    VisitorRow row(Visitor visitor, Instant now) {
        String who =
                visitor.host()
                        ? messages.text("hosting.this-app")
                        : visitor.account() == null
                                ? messages.text("hosting.guest")
                                : messages.text("hosting.account", visitor.account());
        Duration here = Duration.between(visitor.since(), now);
        return new VisitorRow(
                visitor,
                messages.text(
                        visitor.encrypted() ? "hosting.where" : "hosting.where-plain",
                        visitor.address(),
                        who),
                here.toMinutes() < 1
                        ? messages.text("hosting.since-now")
                        : messages.text("hosting.since", time(here)),
                visitor.idle().toMinutes() < 1
                        ? messages.text("hosting.active")
                        : messages.text("hosting.idle", time(visitor.idle())),
                visitor.waitingBytes() == 0
                        ? ""
                        : messages.text("hosting.behind", bytes(visitor.waitingBytes())));
    }

    /** In the largest unit that fits; under a minute it is none of ours. */
    private String time(Duration time) {
        if (time.toHours() < 1) {
            return messages.text("hosting.minutes", time.toMinutes());
        }
        return time.toDays() < 1
                ? messages.text("hosting.hours", time.toHours())
                : messages.text("hosting.days", time.toDays());
    }

    /** A size for a person: at least 1 KB. */
    String bytes(long bytes) {
        NumberFormat format = NumberFormat.getInstance(messages.locale());
        format.setMaximumFractionDigits(1);
        if (bytes < KIB * KIB) {
            return format.format(Math.max(1, bytes / KIB)) + " KB";
        }
        double mib = (double) bytes / (KIB * KIB);
        return mib < KIB ? format.format(mib) + " MB" : format.format(mib / KIB) + " GB";
    }
}
