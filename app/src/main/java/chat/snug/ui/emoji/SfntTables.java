package chat.snug.ui.emoji;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of a font file, mapped into memory: OpenType 1.9.1, "Organization of an OpenType
 * font".
 */
final class SfntTables {
    private static final int HEADER = 12;
    private static final int RECORD = 16;

    private final Map<String, ByteBuffer> tables = new HashMap<>();

    private SfntTables() {}

    /** Reads the table directory of {@code file}. */
    static SfntTables map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer font = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            SfntTables tables = new SfntTables();
            int count = Short.toUnsignedInt(font.getShort(4));
            for (int i = 0; i < count; i++) {
                int record = HEADER + i * RECORD;
                byte[] tag = new byte[4];
                font.get(record, tag);
                ByteBuffer table = font.slice(font.getInt(record + 8), font.getInt(record + 12));
                tables.tables.put(new String(tag, StandardCharsets.US_ASCII), table);
            }
            return tables;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("Not a font: " + file, e);
        }
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    ByteBuffer table(String tag) throws IOException {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IOException("The font has no table " + tag);
        }
        return table;
    }

    /** An unsigned 16-bit number. */
    static int u16(ByteBuffer table, int offset) {
        return Short.toUnsignedInt(table.getShort(offset));
    }
}
