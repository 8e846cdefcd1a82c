package chat.snug.fuzz;

import chat.snug.protocol.Tags;

/** Tags say the same when they are written and parsed again, and clients' own are among them. */
public final class TagsTarget {
    private TagsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Tags tags = Tags.parse(Lines.text(input));
        Claim.same(tags, Tags.parse(tags.toString()));
        tags.forEach((key, value) -> Claim.same(value, tags.get(key)));
        tags.clientOnly()
                .forEach(
                        (key, value) -> {
                            Claim.that(key.startsWith("+"), "not a client's: " + key);
                            Claim.same(value, tags.get(key));
                        });
        Claim.same(tags, tags.and(Tags.NONE));
    }
}
