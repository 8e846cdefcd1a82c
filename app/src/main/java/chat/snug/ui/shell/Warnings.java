package chat.snug.ui.shell;

import chat.snug.transcript.Transcripts.Trouble;
import chat.snug.ui.Messages;
import chat.snug.ui.Passwords;
import chat.snug.ui.PersonKey;
import chat.snug.ui.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with the person's own files, as a quiet line where they look, as soon as they
 * look at any conversation. JavaFX thread.
 */
final class Warnings {
    private final Surroundings surroundings;
    private final Supplier<@Nullable ConversationViewModel> shown;
    private final List<String> untold = new ArrayList<>();

    Warnings(Surroundings surroundings, Supplier<@Nullable ConversationViewModel> shown) {
        this.surroundings = surroundings;
        this.shown = shown;
        surroundings
                .belongings()
                .transcripts()
                .setOnTrouble(
                        trouble ->
                                surroundings
                                        .events()
                                        .execute(
                                                () -> {
                                                    untold.add(words(trouble));
                                                    tell();
                                                }));
        surroundings
                .belongings()
                .passwords()
                .setOnMishap(
                        mishap -> {
                            untold.add(words(mishap));
                            tell();
                        });
    }

    private String words(Passwords.Mishap mishap) {
        Messages messages = surroundings.messages();
        String file = String.valueOf(surroundings.belongings().passwords().file());
        return switch (mishap) {
            case NOT_TAKEN -> messages.text("note.keyring-not-taken", file);
            case NOT_FORGOTTEN -> messages.text("note.keyring-not-forgotten");
            case NOT_KEPT -> messages.text("note.passwords-not-kept", file);
        };
    }

    private String words(Trouble trouble) {
        Messages messages = surroundings.messages();
        String where = trouble.where().toString();
        return switch (trouble.kind()) {
            case SET_ASIDE -> messages.text("copy.set-aside", where);
            case IN_USE -> messages.text("copy.in-use");
            case OFF -> messages.text("copy.off", where);
        };
    }

    private String words(PersonKey.Trouble trouble) {
        Messages messages = surroundings.messages();
        String where = trouble.where().toString();
        return switch (trouble.kind()) {
            case SET_ASIDE -> messages.text("note.key-set-aside", where);
            case OFF -> messages.text("note.key-off", where);
        };
    }

    /** Tells what was not told yet, if there is somewhere to tell it. */
    void tell() {
        Path drafts = surroundings.belongings().takeSetAside();
        if (drafts != null) {
            untold.add(surroundings.messages().text("note.keepsakes-set-aside", drafts.toString()));
        }
        Path hosts = surroundings.doorway().knownHosts().takeSetAside();
        if (hosts != null) {
            untold.add(surroundings.messages().text("note.hosts-set-aside", hosts.toString()));
        }
        PersonKey.Trouble key = surroundings.belongings().key().takeTrouble();
        if (key != null) {
            untold.add(words(key));
        }
        ConversationViewModel here = shown.get();
        if (here != null) {
            untold.forEach(here::note);
            untold.clear();
        }
    }
}
