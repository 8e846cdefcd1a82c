package chat.snug.server;

import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The flags with secrets in them. Everybody on a computer can see with what a program was started,
 * so each secret can also stand in a file.
 */
final class Secrets {
    /** No file of a secret is longer; more is not read of anything. */
    private static final int MOST_BYTES = 4_096;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--password",
            paramLabel = "PW",
            description =
                    "What people must know to come in. Everybody on this computer can see it:"
                            + " better use --password-file.")
    private @Nullable String password;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "A file whose first line people must know to come in.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--oper",
            paramLabel = "NAME:PASSWORD",
            description =
                    "Who may become an IRC operator. Everybody on this computer can see it: better"
                            + " use --oper-file.")
    private @Nullable String operator;

    @Option(
            names = "--oper-file",
            paramLabel = "F",
            description = "A file whose first line is NAME:PASSWORD of an IRC operator.")
    private @Nullable Path operatorFile;

    ServerOptions addTo(ServerOptions options) {
        String secret = either("--password", password, passwordFile);
        ServerOptions result = options.withPassword(secret);
        String named = either("--oper", operator, operatorFile);
        if (named == null) {
            return result;
        }
        int colon = named.indexOf(':');
        if (colon <= 0 || colon == named.length() - 1) {
            throw wrong("--oper: name and password with a colon between them are needed");
        }
        return result.withOperator(named.substring(0, colon), named.substring(colon + 1));
    }

    private @Nullable String either(String flag, @Nullable String given, @Nullable Path file) {
        if (file == null) {
            return given;
        }
        if (given != null) {
            throw wrong(flag + " and " + flag + "-file: one of them is enough");
        }
        try {
            return firstLine(flag, file);
        } catch (IOException e) {
            throw wrong(flag + "-file: cannot read " + file + ": " + whyNotRead(e));
        }
    }

    private String firstLine(String flag, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw wrong(flag + "-file: the first line of " + file + " is empty");
            }
            return line;
        }
    }

    static String whyNotRead(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "it is not allowed";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            default -> String.valueOf(e.getMessage());
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
