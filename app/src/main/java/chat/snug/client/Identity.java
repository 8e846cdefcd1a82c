package chat.snug.client;

/**
 * Who a person wants to be on a host.
 *
 * @param name the name that others see (the nick)
 * @param realName the longer name that WHOIS shows; the name again if nothing better is known
 */
public record Identity(String name, String realName) {}
