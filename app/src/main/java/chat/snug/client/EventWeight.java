package chat.snug.client;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.HostNotice;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Refused;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import java.util.List;

/** How much memory events take, for whoever lets them wait: a usual message, up to 1 KB, is one. */
public final class EventWeight {
    /** A text is one more for so many characters. */
    public static final int CHARACTERS = 500;

    private static final int ENTRIES = 4;

    private EventWeight() {}

    /** The weight of one event, 1 at least. */
    public static int of(ClientEvent event) {
        return switch (event) {
            case Said said -> of(said.text());
            case Confirmed confirmed -> of(confirmed.said().text());
            case HistoryPage page -> of(page.events());
            case HistoryRead read -> of(read.events());
            case Found found -> of(found.said());
            case PeopleListed listed -> entries(listed.people());
            case BansListed listed -> entries(listed.bans());
            case InvitedListed listed -> entries(listed.masks());
            case HostNotice notice -> of(notice.text());
            case ModesChanged changed -> of(changed.modes());
            case PersonLeft left -> of(left.reason());
            case Redacted redacted -> of(redacted.reason());
            case Refused refused -> of(refused.text());
            case RoomLeft left -> of(left.reason());
            case RoomRefused refused -> of(refused.text());
            case TopicChanged changed -> of(changed.topic());
            case ClientEvent _ -> 1;
        };
    }

    /** What several weigh together. */
    public static int of(List<? extends ClientEvent> events) {
        int weight = 1;
        for (ClientEvent event : events) {
            weight += of(event);
        }
        return weight;
    }

    private static int of(String text) {
        return 1 + text.length() / CHARACTERS;
    }

    private static int entries(List<?> list) {
        return 1 + list.size() / ENTRIES;
    }
}
