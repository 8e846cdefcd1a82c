package chat.snug.keyring;

import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.SessionCipher.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The keyring of the desktops of Linux and the BSDs: GNOME Keyring, KWallet, KeePassXC and whoever
 * else speaks the <a href="https://specifications.freedesktop.org/secret-service-spec/0.2/">Secret
 * Service API</a>. It is spoken with for one errand at a time, so that nothing stays open between
 * them, and a bus that was started anew is no trouble.
 */
final class SecretService implements Keyring {
    private static final String PATH = "/org/freedesktop/secrets";
    private static final String SERVICE = "org.freedesktop.Secret.Service";
    private static final String COLLECTION = "org.freedesktop.Secret.Collection";
    private static final String ITEM = "org.freedesktop.Secret.Item";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String TEXT = "text/plain; charset=utf8";

    /** Secrets on the wire: session, parameters, value, kind. */
    private static final int PARAMETERS = 1;

    private static final int VALUE = 2;

    /** A session on the bus, and the key to what is said in it. */
    private record Session(DBusPath path, SecretKey key) {}

    private interface Errand<T> {
        T run(SecretBus bus) throws KeyringException, GeneralSecurityException;
    }

    private final @Nullable String address;

    /** That of this session. */
    SecretService() {
        this(null);
    }

    /** That on the bus at {@code address}. */
    SecretService(@Nullable String address) {
        this.address = address;
    }

    private <T> T run(Errand<T> errand) throws KeyringException {
        try (SecretBus bus = SecretBus.open(address)) {
            return errand.run(bus);
        } catch (GeneralSecurityException e) {
            throw new KeyringException(Trouble.FAILED, "It speaks another cipher", e);
        }
    }

    @Override
    public String get(String name) throws KeyringException {
        return run(bus -> get(bus, name));
    }

    private static String get(SecretBus bus, String name)
            throws KeyringException, GeneralSecurityException {
        List<String> found = unlocked(bus, name);
        if (found.isEmpty()) {
            return "";
        }
        Session session = session(bus);
        Object[] answer = bus.call(found.getFirst(), ITEM, "GetSecret", "o", session.path());
        Object[] secret = (Object[]) answer[0];
        byte[] plain =
                SessionCipher.open(
                        new Sealed(bytes(secret[PARAMETERS]), bytes(secret[VALUE])), session.key());
        return new String(plain, StandardCharsets.UTF_8);
    }

    @Override
    public void put(String name, String secret) throws KeyringException {
        var _ =
                run(
                        bus -> {
                            put(bus, name, secret);
                            return name;
                        });
    }

    private static void put(SecretBus bus, String name, String secret)
            throws KeyringException, GeneralSecurityException {
        String collection = collection(bus);
        if (isLocked(bus, collection)) {
            unlock(bus, List.of(new DBusPath(collection)));
        }
        Session session = session(bus);
        Sealed sealed = SessionCipher.seal(secret.getBytes(StandardCharsets.UTF_8), session.key());
        Map<String, Variant<?>> properties =
                Map.of(
                        ITEM + ".Label",
                        new Variant<>("Snug: " + name),
                        ITEM + ".Attributes",
                        new Variant<>(attributes(name), "a{ss}"));
        Object[] made =
                bus.call(
                        collection,
                        COLLECTION,
                        "CreateItem",
                        "a{sv}(oayays)b",
                        properties,
                        new Object[] {session.path(), sealed.parameters(), sealed.value(), TEXT},
                        true);
        bus.ask(path(made[1]));
    }

    @Override
    public void remove(String name) throws KeyringException {
        var _ =
                run(
                        bus -> {
                            for (String item : unlocked(bus, name)) {
                                bus.ask(path(bus.call(item, ITEM, "Delete", "")[0]));
                            }
                            return name;
                        });
    }

    @Override
    public boolean isOpen() throws KeyringException {
        return run(bus -> !isLocked(bus, collection(bus)));
    }

    /** The one that is unlocked when the person signs in, as a rule. */
    private static String collection(SecretBus bus) throws KeyringException {
        String path = path(bus.call(PATH, SERVICE, "ReadAlias", "s", "default")[0]);
        if (path.equals(SecretBus.NOTHING)) {
            throw new KeyringException(Trouble.ABSENT, "It is empty, and nothing is the default");
        }
        return path;
    }

    private static boolean isLocked(SecretBus bus, String collection) throws KeyringException {
        Object[] answer = bus.call(collection, PROPERTIES, "Get", "ss", COLLECTION, "Locked");
        return value(answer[0]).equals(true);
    }

    /** What is kept under a name, unlocked if it must be. */
    private static List<String> unlocked(SecretBus bus, String name) throws KeyringException {
        Object[] found = bus.call(PATH, SERVICE, "SearchItems", "a{ss}", attributes(name));
        List<String> open = paths(found[0]);
        List<String> locked = paths(found[1]);
        if (open.isEmpty() && !locked.isEmpty()) {
            unlock(bus, locked.stream().map(DBusPath::new).toList());
            return locked;
        }
        return open;
    }

    private static void unlock(SecretBus bus, List<DBusPath> objects) throws KeyringException {
        bus.ask(path(bus.call(PATH, SERVICE, "Unlock", "ao", objects)[1]));
    }

    private static Session session(SecretBus bus)
            throws KeyringException, GeneralSecurityException {
        SessionCipher cipher = SessionCipher.make();
        Object[] answer =
                bus.call(
                        PATH,
                        SERVICE,
                        "OpenSession",
                        "sv",
                        SessionCipher.ALGORITHM,
                        new Variant<>(cipher.publicKey(), "ay"));
        return new Session(new DBusPath(path(answer[1])), cipher.agree(bytes(value(answer[0]))));
    }

    private static Map<String, String> attributes(String name) {
        return Map.of("xdg:schema", "chat.snug.Password", "name", name);
    }

    private static Object value(Object variant) {
        return variant instanceof Variant<?> wrapped ? wrapped.getValue() : variant;
    }

    private static String path(Object object) {
        return object instanceof DBusPath path ? path.getPath() : object.toString();
    }

    private static List<String> paths(Object list) {
        List<String> all = new ArrayList<>();
        for (Object one : list instanceof Object[] array ? Arrays.asList(array) : (List<?>) list) {
            all.add(path(one));
        }
        return all;
    }

    private static byte[] bytes(Object array) {
        if (array instanceof byte[] bytes) {
            return bytes;
        }
        List<?> list = (List<?>) array;
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) list.get(i);
        }
        return bytes;
    }
}
