package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.Views;
import chat.snug.ui.dialogs.Sheets;
import chat.snug.ui.trust.HostKeyController;
import chat.snug.ui.trust.HostKeyViewModel;
import chat.snug.ui.trust.KeyAlarmController;
import chat.snug.ui.trust.KeyAlarmViewModel;
import org.jspecify.annotations.Nullable;

/** Opens the sheets about who a host is over the window. */
final class TrustSheets {
    private final Sheets sheets;
    private final Messages messages;
    private final HostTrust trust;

    TrustSheets(Sheets sheets, Messages messages, HostTrust trust) {
        this.sheets = sheets;
        this.messages = messages;
        this.trust = trust;
    }

    /** From now on. */
    void listen() {
        trust.keyProperty().addListener((_, _, now) -> show(now));
        trust.alarmProperty().addListener((_, _, now) -> show(now));
    }

    private void show(@Nullable HostKeyViewModel key) {
        if (key != null) {
            Views.Loaded<HostKeyController> view = Views.HOST_KEY.load(messages);
            view.controller().show(key, messages, sheets::close);
            sheets.open(view.root(), view.controller()::focus, trust::closeKey);
        }
    }

    private void show(@Nullable KeyAlarmViewModel alarm) {
        if (alarm == null) {
            sheets.close();
        } else {
            Views.Loaded<KeyAlarmController> view = Views.KEY_ALARM.load(messages);
            view.controller().show(alarm, messages, sheets::close);
            sheets.open(view.root(), view.controller()::focus, trust::closeAlarm);
        }
    }
}
