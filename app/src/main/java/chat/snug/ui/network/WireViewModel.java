package chat.snug.ui.network;

import chat.snug.client.WireLog;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The lines of a connection as they are on the wire, for those who want to know; as many as the
 * {@link WireLog} keeps. Looks only when it is told to. JavaFX thread.
 */
public final class WireViewModel {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final WireLog log;
    private final ZoneId zone;
    private final Deque<WireLog.Line> kept = new ArrayDeque<>();
    private final ObservableList<String> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private long seen;

    WireViewModel(WireLog log, ZoneId zone) {
        this.log = log;
        this.zone = zone;
        filter.addListener((_, _, _) -> showAll());
    }

    /** What a line has to hold to be shown. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The lines that fit, oldest first, each with its time and where it went. */
    public ObservableList<String> rows() {
        return rows;
    }

    /** Takes in what came since it was last looked at. */
    public void look() {
        List<WireLog.Line> fresh = log.from(seen);
        if (fresh.isEmpty()) {
            return;
        }
        seen = fresh.getLast().number() + 1;
        kept.addAll(fresh);
        if (kept.size() > WireLog.LINES) {
            while (kept.size() > WireLog.LINES) {
                kept.removeFirst();
            }
            showAll();
        } else {
            rows.addAll(fresh.stream().map(this::row).filter(this::fits).toList());
        }
    }

    /** Nobody looks any more. */
    public void close() {
        seen = 0;
        kept.clear();
        rows.clear();
    }

    /** All that is shown, to be pasted elsewhere. */
    public String text() {
        return rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void showAll() {
        rows.setAll(kept.stream().map(this::row).filter(this::fits).toList());
    }

    private boolean fits(String row) {
        return row.toLowerCase(Locale.ROOT).contains(filter.get().strip().toLowerCase(Locale.ROOT));
    }

    private String row(WireLog.Line line) {
        return TIME.format(line.time().atZone(zone)) + (line.sent() ? " → " : " ← ") + line.text();
    }
}
