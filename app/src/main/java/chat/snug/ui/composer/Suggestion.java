package chat.snug.ui.composer;

/** What the word at the caret may become. */
sealed interface Suggestion {
    /** What stands in the text when it is taken, without what follows. */
    String written();

    /**
     * Something to do.
     *
     * @param name without the slash
     */
    record Command(String name) implements Suggestion {
        @Override
        public String written() {
            return '/' + name;
        }
    }

    /** Somebody who is here. */
    record Person(String name) implements Suggestion {
        @Override
        public String written() {
            return name;
        }
    }

    /**
     * A room of this host.
     *
     * @param name with its {@code #}
     * @param title as people read it
     */
    record Room(String name, String title) implements Suggestion {
        @Override
        public String written() {
            return name;
        }
    }

    /** An emoji, for its short name. */
    record Emoji(chat.snug.ui.emoji.Emoji emoji) implements Suggestion {
        @Override
        public String written() {
            return emoji.text();
        }
    }
}
