import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves as JSON what the store holds ({@code GET /planets}) and what it and the store are ({@code
 * GET /parts/api}, {@code GET /parts/store}). It is healthy as long as it reaches the store.
 */
class Api {

  private static final String STORE = address("store");

  public static void main(String[] args) throws IOException {
    HttpServer server = listen();
    server.setExecutor(Executors.newCachedThreadPool());
    serve(server, "/planets", () -> fetch("/entries"));
    serve(server, "/parts/store", () -> fetch("/facts"));
    serve(server, "/parts/api", Api::facts);
    serve(server, "/health", () -> "store=" + fetch("/health"));
    server.start();
    System.out.println(
        "listening on port " + server.getAddress().getPort() + ", store at " + STORE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
  }

  /** Where a service listens: as jcompose says on the host, else by its name. */
  private static String address(String service) {
    Map<String, String> env = System.getenv();
    String name = service.toUpperCase(Locale.ROOT);
    String host = env.getOrDefault(name + "_HOST", service);
    return "http://" + host + ":" + env.getOrDefault(name + "_PORT_8080", "8080");
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

  private static void serve(HttpServer server, String path, Callable<String> lines) {
    server.createContext(
        path,
        exchange -> {
          try {
            answer(exchange, 200, json(lines.call()));
          } catch (Exception e) {
            System.out.println("cannot answer " + path + ": " + e);
            answer(exchange, 502, json("error=the store at " + STORE + " does not answer"));
          }
        });
  }

  private static String fetch(String path) throws IOException {
    URLConnection call = URI.create(STORE + path).toURL().openConnection();
    call.setConnectTimeout(2000);
    call.setReadTimeout(2000);
    try (InputStream body = call.getInputStream()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }

  private static String facts() {
    return "process=%s\njava=%s\nstore=%s\n".formatted(process(), Runtime.version(), STORE);
  }

  private static String process() {
    String container = System.getenv("HOSTNAME");
    return ProcessHandle.current().pid()
        + (container == null ? " on the host" : " in " + container);
  }

  /** One object of texts, from lines of {@code key=text}. */
  private static String json(String lines) {
    return lines
        .lines()
        .map(line -> line.split("=", 2))
        .map(entry -> quote(entry[0]) + ": " + quote(entry[1]))
        .collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
