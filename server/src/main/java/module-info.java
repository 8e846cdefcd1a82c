/** The room server: IRC and IRCv3 on one java.nio selector thread, to embed or to run. */
module chat.snug.server {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires info.picocli;
    requires com.ongres.scram.common;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires org.java_websocket;
    requires tls.channel;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    exports chat.snug.key;
    exports chat.snug.net;
    exports chat.snug.protocol;
    exports chat.snug.room;
    exports chat.snug.server;
    exports chat.snug.server.host;
    exports chat.snug.server.options;
    exports chat.snug.store;

    opens chat.snug.server to
            info.picocli;
}
