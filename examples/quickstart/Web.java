import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows on a page what the API serves, and which parts the answer went through. */
class Web {

  private static final String API = address("api");
  private static final Pattern JSON_ENTRY =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>jcompose quickstart</title>
      <style>
        :root {
          --ink: #1b2733; --dim: #5b6b7b; --line: #d5dde5;
          --card: #fff; --back: #f3f6f9; --mark: #0b7285;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e4ebf2; --dim: #93a3b3; --line: #2c3946;
            --card: #18222c; --back: #10171e; --mark: #4cc9dc;
          }
        }
        * { box-sizing: border-box }
        body {
          margin: 0; background: var(--back); color: var(--ink);
          font: 16px/1.5 system-ui, sans-serif;
        }
        main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.25rem }
        h1 { margin: 0; font-size: 1.9rem; letter-spacing: -.02em }
        h2 { margin: 0 0 .5rem; font-size: 1.05rem; color: var(--mark) }
        p { margin: .25rem 0 2rem; color: var(--dim) }
        .parts {
          display: grid; gap: 1rem; margin-bottom: 1rem;
          grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        }
        section {
          padding: 1.1rem 1.25rem; background: var(--card);
          border: 1px solid var(--line); border-radius: .75rem;
        }
        dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem .9rem; margin: 0 }
        dt { color: var(--dim) }
        dd { margin: 0; overflow-wrap: anywhere }
        .planet { color: inherit; font-weight: 600; text-transform: capitalize }
      </style>
      <main>
      <h1>It runs.</h1>
      <p>Your browser asked web, web asked api, and api asked the store, which seed had filled.</p>
      <div class="parts">
      {web}{api}{store}</div>
      {planets}</main>
      </html>
      """;

  public static void main(String[] args) throws IOException {
    HttpServer server = listen();
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", Web::serve);
    server.start();
    System.out.println("listening on port " + server.getAddress().getPort() + ", api at " + API);
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

  private static void serve(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/health" -> answer(exchange, 200, "healthy\n");
      case "/" -> servePage(exchange);
      default -> answer(exchange, 404, "there is nothing here but the first page\n");
    }
  }

  private static void servePage(HttpExchange exchange) throws IOException {
    try {
      answer(exchange, 200, page());
      System.out.println("page shown");
    } catch (IOException e) {
      System.out.println("cannot show the page: " + e);
      answer(exchange, 502, "the api at " + API + " does not answer\n");
    }
  }

  private static String page() throws IOException {
    return PAGE.replace("{web}", section("web", "part", facts()))
        .replace("{api}", section("api", "part", fetch("/parts/api")))
        .replace("{store}", section("store", "part", fetch("/parts/store")))
        .replace("{planets}", section("what the store holds", "planet", fetch("/planets")));
  }

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("process", process());
    facts.put("java", Runtime.version().toString());
    facts.put("api", API);
    return facts;
  }

  private static String process() {
    String container = System.getenv("HOSTNAME");
    return ProcessHandle.current().pid()
        + (container == null ? " on the host" : " in " + container);
  }

  private static Map<String, String> fetch(String path) throws IOException {
    URLConnection call = URI.create(API + path).toURL().openConnection();
    call.setConnectTimeout(2000);
    call.setReadTimeout(5000);
    Map<String, String> entries = new LinkedHashMap<>();
    try (InputStream body = call.getInputStream()) {
      Matcher entry = JSON_ENTRY.matcher(new String(body.readAllBytes(), UTF_8));
      while (entry.find()) {
        entries.put(unquote(entry.group(1)), unquote(entry.group(2)));
      }
    }
    return entries;
  }

  private static String unquote(String json) {
    return json.replaceAll("\\\\(.)", "$1");
  }

  private static String section(String title, String kind, Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(
            entry ->
                "<dt class=\""
                    + kind
                    + "\">"
                    + escape(entry.getKey())
                    + "<dd>"
                    + escape(entry.getValue())
                    + "\n")
        .collect(
            Collectors.joining("", "<section><h2>" + title + "</h2><dl>\n", "</dl></section>\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    try (exchange) {
      String type = text.startsWith("<") ? "text/html" : "text/plain";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
