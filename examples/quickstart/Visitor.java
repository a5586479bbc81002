import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;

/** Looks at the page as a browser would, as soon as it answers, says what it saw and ends. */
class Visitor {

  private static final int TRIES = 100;
  private static final long PAUSE = 100;

  public static void main(String[] args) throws InterruptedException {
    String web = address("web");
    for (int left = TRIES; left > 0; left--) {
      try {
        long planets = fetch(web + "/").lines().filter(line -> line.contains("\"planet\"")).count();
        System.out.println("the page shows " + planets + " planets: open " + open(web));
        return;
      } catch (IOException e) {
        Thread.sleep(PAUSE);
      }
    }
    System.err.println("the page at '" + web + "' did not answer in " + TRIES * PAUSE + " ms");
    System.exit(1);
  }

  /** Where a service listens: as jcompose says on the host, else by its name. */
  private static String address(String service) {
    Map<String, String> env = System.getenv();
    String name = service.toUpperCase(Locale.ROOT);
    String host = env.getOrDefault(name + "_HOST", service);
    return "http://" + host + ":" + env.getOrDefault(name + "_PORT_8080", "8080");
  }

  private static String open(String web) {
    return System.getenv().getOrDefault("PAGE", web);
  }

  private static String fetch(String page) throws IOException {
    URLConnection call = URI.create(page).toURL().openConnection();
    call.setConnectTimeout(2000);
    call.setReadTimeout(5000);
    try (InputStream body = call.getInputStream()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }
}
