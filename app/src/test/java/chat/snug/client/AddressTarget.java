package chat.snug.client;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An address that is understood is the same when its link or its invite is read again. */
public final class AddressTarget {
    private AddressTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Address address;
        try {
            address = Address.parse(new String(input, UTF_8));
        } catch (AddressException _) {
            return;
        }
        same(address.withPassword(null), address.link());
        same(address, address.invite());
    }

    private static void same(Address address, String link) {
        Address again;
        try {
            again = Address.parse(link);
        } catch (AddressException e) {
            throw new AssertionError(link, e);
        }
        if (!again.equals(address)) {
            throw new AssertionError(link + ": " + again + " is not " + address);
        }
        if (link.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            throw new AssertionError("not for a line of text: " + link);
        }
    }
}
