import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts the first entries into the store and ends. Run again it changes nothing. */
class Seed {

  private static final String STORE = address("store");

  public static void main(String[] args) {
    Map<String, String> planets = new LinkedHashMap<>();
    planets.put("mercury", "a day there is twice as long as a year");
    planets.put("venus", "turns the other way round, so the sun rises in the west");
    planets.put("mars", "has the tallest mountain, Olympus Mons, 22 km high");
    planets.put("jupiter", "turns once in less than ten hours");
    planets.put("saturn", "is so light that it would float on water");
    try {
      for (Map.Entry<String, String> planet : planets.entrySet()) {
        put(planet.getKey(), planet.getValue());
      }
    } catch (IOException e) {
      System.err.println("cannot seed the store at '" + STORE + "': " + e.getMessage());
      System.exit(1);
    }
    System.out.println("seeded " + planets.size() + " planets");
  }

  private static void put(String key, String text) throws IOException {
    URI entry = URI.create(STORE + "/entries/" + key);
    HttpURLConnection call = (HttpURLConnection) entry.toURL().openConnection();
    call.setRequestMethod("PUT");
    call.setDoOutput(true);
    call.getOutputStream().write(text.getBytes(UTF_8));
    if (call.getResponseCode() >= 300) {
      throw new IOException("it answered " + call.getResponseCode() + " to '" + key + "'");
    }
  }

  /** Where a service listens: as jcompose says on the host, else by its name. */
  private static String address(String service) {
    Map<String, String> env = System.getenv();
    String name = service.toUpperCase(Locale.ROOT);
    String host = env.getOrDefault(name + "_HOST", service);
    return "http://" + host + ":" + env.getOrDefault(name + "_PORT_8080", "8080");
  }
}
