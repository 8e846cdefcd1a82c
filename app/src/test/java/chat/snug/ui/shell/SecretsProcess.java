package chat.snug.ui.shell;

import chat.snug.client.ClientRequest;
import chat.snug.client.Identity;
import chat.snug.client.WireLog;
import chat.snug.hosting.FreePort;
import chat.snug.keyring.KeyringThread;
import chat.snug.transcript.Transcripts;
import chat.snug.ui.Arrival;
import chat.snug.ui.Belongings;
import chat.snug.ui.House;
import chat.snug.ui.Keepsakes;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Passwords;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestScreen;
import chat.snug.ui.UiEvents;
import chat.snug.ui.start.HostViewModel;
import chat.snug.ui.start.JoinViewModel;
import chat.snug.ui.timeline.TimelineItem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A room behind a password, and people in it who type their secrets wherever secrets are typed.
 * What they leave behind is for {@link SecretsTest} to look through.
 */
final class SecretsProcess {
    private final TestScreen screen = new TestScreen();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path folder;

    private SecretsProcess(Path folder) {
        this.folder = folder;
    }

    /** Arguments: where to keep everything, and the file that is told the secret of the host. */
    public static void main(String[] args) throws Exception {
        new SecretsProcess(Path.of(args[0])).run(Path.of(args[1]));
    }

    private void run(Path told) throws Exception {
        try (Person mei = new Person("Mei");
                Person ben = new Person("Ben");
                Person zoe = new Person("Zoe");
                Person service = new Person("NickServ")) {
            OpenRoom room = mei.host("sesame-room");
            String invite = invite(room);
            Files.write(told, List.of(room.hostKey(), invite));
            zoe.accept(room.hostAddress().withPassword(invite).invite());
            String address = room.hostAddress().link();
            service.join(address, "sesame-room");
            ben.join(address, "sesame-wrong");
            ben.type("hello from Ben");
            screen.until(() -> ben.sees("hello from Ben") && mei.sees("hello from Ben"));
            ben.type("/oper boss sesame-oper");
            ben.type("/msg NickServ identify sesame-service");
            screen.until(() -> ben.sees("identify sesame-service"));
            ben.ask(new ClientRequest.Register("sesame-account", null));
            ben.ask(new ClientRequest.SignIn("Ben", "sesame-account"));
            ben.ask(new ClientRequest.Verify("Ben", "sesame-code"));
            ben.type("/join #den sesame-door");
            screen.until(() -> ben.shell.shown() != null && ben.title().contains("den"));
            ben.here().composer().textProperty().set("/msg NickServ identify sesame-draft");
            ben.tell();
            zoe.tell();
            mei.tell();
        }
    }

    private String invite(OpenRoom room) {
        AtomicReference<String> made = new AtomicReference<>();
        room.door().invite(Duration.ofHours(1), 1, token -> screen.execute(() -> made.set(token)));
        screen.until(() -> made.get() != null);
        return made.get();
    }

    /** One app, whose screen is this thread. */
    private final class Person implements AutoCloseable {
        private final Messages messages = Messages.of(Locale.UK);
        private final Identity identity;
        private final House house;
        private final Surroundings surroundings;
        private final ShellViewModel shell;
        private final WindowTitle title;
        private final List<Arrival> arrivals = new ArrayList<>();

        Person(String name) throws Exception {
            Path own = folder.resolve(name);
            identity = new Identity(name, name);
            house = new House(own.resolve("data"));
            if (house.key().get() == null) {
                throw new AssertionError("no key");
            }
            UiEvents events = new UiEvents(screen);
            surroundings =
                    new Surroundings(
                            house,
                            events,
                            Runnable::run,
                            messages,
                            SettingsStore.in(own.resolve("config")),
                            new Belongings(
                                    Keepsakes.in(own.resolve("config"), events),
                                    Passwords.in(
                                            own.resolve("config"), KeyringThread.none(), events),
                                    Transcripts.in(own.resolve("transcripts")),
                                    house.key(),
                                    Runnable::run,
                                    events),
                            Clock.system(ZoneOffset.UTC));
            shell = new ShellViewModel(surroundings);
            title = new WindowTitle(shell, messages);
        }

        private void arrived(Arrival arrival) {
            arrivals.add(arrival);
            shell.arrive(arrival);
        }

        OpenRoom host(String password) throws Exception {
            HostViewModel card = new HostViewModel(surroundings, "", () -> identity, this::arrived);
            card.roomProperty().set("tea");
            card.passwordProperty().set(password);
            card.portProperty().set(Integer.toString(FreePort.find()));
            card.open();
            screen.until(() -> !arrivals.isEmpty());
            OpenRoom room = arrivals.getFirst().hosted();
            if (room == null) {
                throw new AssertionError("no room");
            }
            return room;
        }

        void accept(String invite) {
            JoinViewModel card = new JoinViewModel(surroundings, () -> identity, this::arrived);
            card.addressProperty().set(invite);
            card.join();
            screen.until(() -> shell.shown() != null);
        }

        void join(String address, String first) {
            JoinViewModel card = new JoinViewModel(surroundings, () -> identity, this::arrived);
            card.addressProperty().set(address);
            card.join();
            screen.until(() -> card.passwordAskedProperty().get());
            card.passwordProperty().set(first);
            card.rememberingProperty().set(true);
            card.join();
            screen.until(
                    () -> !arrivals.isEmpty() || !card.passwordErrorProperty().get().isEmpty());
            if (arrivals.isEmpty()) {
                card.passwordProperty().set("sesame-room");
                card.join();
            }
            screen.until(() -> shell.shown() != null);
        }

        ConversationViewModel here() {
            ConversationViewModel shown = shell.shown();
            if (shown == null) {
                throw new AssertionError("nothing is shown");
            }
            return shown;
        }

        void type(String text) {
            here().composer().textProperty().set(text);
            here().composer().submit();
        }

        /** What the host has acknowledged or told. */
        boolean sees(String text) {
            return here().timeline().items().stream()
                    .anyMatch(
                            item ->
                                    item instanceof TimelineItem.Message message
                                            && message.id() != null
                                            && message.text().equals(text));
        }

        void ask(ClientRequest request) {
            out.println("ASKS " + request);
            arrivals.getFirst().visit().link().submit(request);
        }

        String title() {
            return title.get();
        }

        void tell() {
            out.println("TITLE " + title());
            out.println("ARRIVAL " + arrivals);
            for (WireLog.Line line : arrivals.getFirst().visit().link().wireLog().from(0)) {
                out.println("WIRE " + line);
            }
        }

        @Override
        public void close() {
            house.close();
            surroundings.belongings().close();
            surroundings.settings().close();
        }
    }
}
