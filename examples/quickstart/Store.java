import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Keeps texts by key: {@code PUT /entries/mars} sets one, {@code GET /entries} lists them all. Each
 * change is a line at the end of a file in a volume, so entries outlive the program.
 */
class Store {

  private final Path file;
  private final Map<String, String> entries = new LinkedHashMap<>();
  private int opened;

  Store(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(this::read);
    }
    append("opened");
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(System.getenv().getOrDefault("JCOMPOSE_VOLUME_DATA", "/data"));
    if (!Files.isWritable(folder)) {
      System.err.println("cannot write to '" + folder + "': a volume belongs there");
      System.exit(1);
    }
    Store store = new Store(folder.resolve("entries.txt"));
    HttpServer server = listen();
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/entries", store::serve);
    server.createContext("/facts", exchange -> answer(exchange, 200, store.facts()));
    server.createContext("/health", exchange -> answer(exchange, 200, "healthy\n"));
    server.start();
    System.out.println("listening on port " + server.getAddress().getPort());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
  }

  /** On the host, where jcompose says the port, nobody but this machine may call. */
  private static HttpServer listen() throws IOException {
    String port = System.getenv("PORT_8080");
    InetSocketAddress address =
        port == null
            ? new InetSocketAddress(8080)
            : new InetSocketAddress("127.0.0.1", Integer.parseInt(port));
    try {
      return HttpServer.create(address, 0);
    } catch (BindException e) {
      System.err.println("cannot listen on port " + address.getPort() + ": " + e.getMessage());
      System.exit(1);
      throw e;
    }
  }

  private static void stop(HttpServer server) {
    System.out.println("stopping");
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath().replaceFirst("/entries/?", "");
    String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8).strip();
    if (exchange.getRequestMethod().equals("GET") && key.isEmpty()) {
      answer(exchange, 200, list());
    } else if (!exchange.getRequestMethod().equals("PUT") || !key.matches("[a-z]+")) {
      answer(exchange, 400, "GET /entries or PUT /entries/<key of small letters>\n");
    } else if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      answer(exchange, 400, "an entry is one line of text\n");
    } else {
      boolean isNew = put(key, text);
      System.out.println(key + (isNew ? " is kept" : " is known"));
      answer(exchange, isNew ? 201 : 200, "");
    }
  }

  private synchronized boolean put(String key, String text) throws IOException {
    if (text.equals(entries.get(key))) {
      return false;
    }
    append(key + "=" + text);
    return true;
  }

  private void append(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    read(line);
  }

  private void read(String line) {
    String[] entry = line.split("=", 2);
    if (entry.length == 2) {
      entries.put(entry[0], entry[1]);
    } else {
      opened++;
    }
  }

  private synchronized String list() {
    StringBuilder lines = new StringBuilder();
    entries.forEach((key, text) -> lines.append(key).append('=').append(text).append('\n'));
    return lines.toString();
  }

  private String facts() {
    return "process=%s\njava=%s\nfile=%s\nopened=%d\n"
        .formatted(process(), Runtime.version(), file, opened);
  }

  private static String process() {
    String container = System.getenv("HOSTNAME");
    return ProcessHandle.current().pid()
        + (container == null ? " on the host" : " in " + container);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
