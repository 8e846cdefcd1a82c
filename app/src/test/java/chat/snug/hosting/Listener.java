package chat.snug.hosting;

import chat.snug.client.Address;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryPage.Place;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.Identity;
import chat.snug.net.SelectorLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody with an app who never gives up: comes back at once, says again what was not sent, and
 * keeps what was said in the order in which it was told.
 */
final class Listener {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final int MOST_UNHEARD = 3;

    private final ChatClient client;
    private int toSay;
    private final String name;
    private final List<Said> heard = new ArrayList<>();
    private final List<Said> own = new ArrayList<>();
    private final List<Long> unsent = new ArrayList<>();
    private boolean inside;
    private String last = "nothing";
    private boolean atBeginning;
    private int pages;
    private int reconnects;
    private int retries;
    private int said;

    Listener(SelectorLoop loop, Address address, String name, int toSay) {
        this.name = name;
        this.toSay = toSay;
        Identity identity = new Identity(name, name);
        client = new ChatClient(loop, address, identity, ClientOptions.defaults(), this::told);
        client.connect();
    }

    ChatClient client() {
        return client;
    }

    private synchronized void told(ClientEvent event) {
        switch (event) {
            case ClientEvent.RoomEntered _ -> {
                inside = true;
                unsent.forEach(token -> client.submit(new ClientRequest.Retry(token)));
                unsent.clear();
                sayMore();
            }
            case ClientEvent.ConnectFailed _ -> client.connect(); // cut before it was in
            case ClientEvent.RoomRefused no -> last = "refused: " + no.reason() + no.text();
            case ClientEvent.Disconnected gone -> {
                inside = false;
                last = gone.failure().kind().toString();
            }
            case ClientEvent.Reconnecting _ -> {
                reconnects++;
                client.retryNow();
            }
            case NotSent lost -> {
                retries++;
                if (inside) {
                    client.submit(new ClientRequest.Retry(lost.token()));
                } else {
                    unsent.add(lost.token());
                }
            }
            case Confirmed confirmed -> {
                own.add(confirmed.said());
                sayMore();
            }
            case Said one -> heard.add(one);
            case HistoryPage page -> {
                pages++;
                List<Said> words = new ArrayList<>();
                for (ConversationEvent one : page.events()) {
                    if (one instanceof Said spoken) {
                        words.add(spoken);
                    }
                }
                heard.addAll(page.place() == Place.ABOVE ? 0 : heard.size(), words);
                atBeginning |= page.atBeginning();
            }
            default -> {
                // Who comes and goes.
            }
        }
        notifyAll();
    }

    /** Says what it has to say; who waits to be heard does not say much more. */
    private void sayMore() {
        while (inside && said < toSay && said - own.size() < MOST_UNHEARD) {
            String text = name + ' ' + ++said + " says something of a usual length";
            client.submit(new ClientRequest.Say("#lobby", text, Said.Kind.TEXT));
        }
    }

    /** Says one thing more, sooner or later. */
    synchronized void say() {
        toSay++;
        sayMore();
    }

    /** How much it wanted to say so far. */
    synchronized int toSay() {
        return toSay;
    }

    /** Waits until it is so, as long as it learns something now and then. */
    synchronized void await(String what, Predicate<Listener> so) throws InterruptedException {
        long end = 0;
        int knew = -1;
        while (!so.test(this)) {
            if (known() != knew) {
                knew = known();
                end = System.nanoTime() + PATIENCE_NANOS;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(name + " waits in vain for " + what + ": " + this);
            }
            wait(left);
        }
    }

    /** Pages back until there is nothing older. */
    void toTheBeginning() throws InterruptedException {
        while (!atBeginning()) {
            int before = pages();
            client.submit(new ClientRequest.Older("#lobby"));
            await("an older page", one -> one.pages() > before);
        }
    }

    synchronized List<Said> heard() {
        return List.copyOf(heard);
    }

    synchronized List<Said> own() {
        return List.copyOf(own);
    }

    synchronized boolean isInside() {
        return inside;
    }

    synchronized int known() {
        return heard.size() + own.size();
    }

    synchronized int pages() {
        return pages;
    }

    synchronized boolean atBeginning() {
        return atBeginning;
    }

    synchronized int reconnects() {
        return reconnects;
    }

    @Override
    public synchronized String toString() {
        return "%s: said %d, confirmed %d, heard %d, retried %d, came back %d times, inside %s, last lost by %s"
                .formatted(name, said, own.size(), heard.size(), retries, reconnects, inside, last);
    }
}
