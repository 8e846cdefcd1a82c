package chat.snug.client;

import chat.snug.protocol.Message;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one connection is made of: the parts of the {@link ClientModel} that begin anew with it. */
final class Parts {
    final Memory memory;
    final Dialogue dialogue;
    final Patience patience;
    final SignIn signIn;
    final Registration registration;
    final Echoes echoes;
    final Sayings sayings;
    final Lookups lookups;
    final History history;
    final TypingNotices typing;
    final Roster roster;
    final Entering entering;
    final Speech speech;
    final Talk talk;
    final ReadMarkers markers;
    final Searches searches;
    final DisplayNames displayNames;
    final Moderation moderation;
    final Doorkeeping doorkeeping;
    final Replies replies;
    private Set<Feature> told = Set.of();
    private @Nullable MessageLimit toldLimit;

    /**
     * What outlives a connection.
     *
     * @param name what I want to be called
     */
    record Memory(
            Identity identity,
            MyName name,
            WantedRooms wanted,
            PendingMessages pending,
            PrivateTalks privates,
            Shelves shelves,
            Credentials credentials) {
        static Memory of(Identity identity) {
            return new Memory(
                    identity,
                    new MyName(Nickname.onWire(identity.name())),
                    new WantedRooms(),
                    new PendingMessages(),
                    new PrivateTalks(),
                    new Shelves(),
                    new Credentials());
        }
    }

    Parts(
            Memory memory,
            Dialogue dialogue,
            @Nullable String password,
            boolean takesAnotherName,
            boolean keyShown) {
        this.memory = memory;
        this.dialogue = dialogue;
        patience = new Patience(dialogue);
        signIn = new SignIn(dialogue, memory.credentials(), keyShown);
        registration =
                new Registration(
                        dialogue,
                        signIn,
                        memory.identity(),
                        memory.name().wanted(),
                        password,
                        takesAnotherName);
        echoes = new Echoes(dialogue, memory.pending());
        sayings = new Sayings(dialogue);
        lookups = new Lookups(dialogue, sayings, patience);
        markers = new ReadMarkers(dialogue);
        history =
                new History(
                        dialogue,
                        memory.shelves(),
                        echoes,
                        sayings,
                        memory.privates(),
                        lookups,
                        new MissedTalks(dialogue, memory.shelves(), markers),
                        patience);
        typing = new TypingNotices(dialogue);
        entering = new Entering(dialogue, memory.wanted(), echoes, patience);
        roster = new Roster(dialogue, memory.wanted(), history, typing, entering);
        speech =
                new Speech(
                        dialogue,
                        memory.pending(),
                        echoes,
                        history,
                        memory.shelves(),
                        memory.privates());
        talk =
                new Talk(
                        dialogue,
                        roster,
                        echoes,
                        history,
                        sayings,
                        memory.privates(),
                        typing,
                        markers);
        searches = new Searches(dialogue, sayings, patience);
        displayNames = new DisplayNames(dialogue, roster);
        moderation = new Moderation(dialogue, roster, entering, memory.wanted());
        doorkeeping = new Doorkeeping(dialogue, roster, registration);
        replies = new Replies(this);
    }

    /** A collected batch has ended. */
    void finished(Batch batch) {
        if (batch.isSearch()) {
            searches.finished(batch);
        } else {
            history.finished(batch);
        }
    }

    /** What I want is asked for; what waits for an answer too long is given up. */
    void tick() {
        memory.name().tick(dialogue);
        entering.tick();
        history.tick();
        lookups.tick();
        typing.tick();
        doorkeeping.tick();
        searches.tick();
    }

    /**
     * The connection is gone.
     *
     * @param again whether it will be tried again
     */
    void lost(boolean again) {
        searches.lost();
        lookups.lost();
        typing.lost();
        doorkeeping.lost();
        memory.shelves().lost();
        memory.name().forgetConnection();
        echoes.lost(again && history.available());
    }

    /** Tells what can be asked of the host, if that is something else than before. */
    void tellFeatures() {
        Set<Feature> now = features();
        if (dialogue.online() && !now.equals(told)) {
            told = now;
            dialogue.tell(new ClientEvent.FeaturesChanged(now));
        }
        MessageLimit limit = speech.limit();
        if (dialogue.online() && !limit.equals(toldLimit)) {
            toldLimit = limit;
            dialogue.tell(new ClientEvent.LimitChanged(limit));
        }
    }

    private Set<Feature> features() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        boolean replies = dialogue.passesOn("draft/reply") || dialogue.passesOn("reply");
        boolean ids = replies && dialogue.has("echo-message");
        add(features, Feature.HISTORY, history.available());
        add(features, Feature.HISTORY_ANYWHERE, lookups.available());
        add(features, Feature.SEARCH, dialogue.has("soju.im/search") && dialogue.has("batch"));
        add(features, Feature.REPLIES, replies);
        add(features, Feature.REACTIONS, ids && dialogue.passesOn("draft/react"));
        add(features, Feature.REDACTION, dialogue.has("draft/message-redaction"));
        add(features, Feature.TYPING, dialogue.passesOn("typing"));
        add(features, Feature.MULTILINE, dialogue.has("draft/multiline") && dialogue.has("batch"));
        add(features, Feature.READ_MARKERS, dialogue.has("draft/read-marker"));
        add(features, Feature.SIGN_IN, dialogue.has("sasl"));
        add(features, Feature.SIGN_IN_BY_KEY, signIn.takesKeys());
        add(features, Feature.REGISTRATION, dialogue.has("draft/account-registration"));
        add(features, Feature.EMAIL_REQUIRED, signIn.wantsEmail());
        add(features, Feature.LET_IN, Moderation.canLetIn(dialogue));
        add(features, Feature.MUTE, Moderation.canMute(dialogue));
        add(features, Feature.TIMED_MUTE, Moderation.canMuteForATime(dialogue));
        add(features, Feature.ACCOUNT_BANS, dialogue.traits.accountBan() != null);
        add(features, Feature.KEY_BANS, Moderation.canBanByKey(dialogue));
        add(features, Feature.DISPLAY_NAMES, DisplayNames.available(dialogue));
        add(features, Feature.ENCRYPTED_ONLY, dialogue.traits.encryptedOnly());
        return features;
    }

    private static void add(Set<Feature> features, Feature feature, boolean there) {
        if (there) {
            features.add(feature);
        }
    }

    /** Whether a numeric belongs to one of the parts that have their own. */
    boolean takesNumeric(Message message) {
        return signIn.numeric(message)
                || displayNames.numeric(message)
                || moderation.numeric(message);
    }
}
