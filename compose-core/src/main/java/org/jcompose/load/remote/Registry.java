package org.jcompose.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcompose.load.remote.RegistryCredentials.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a registry's HTTP API (OCI Distribution Specification), with the user's credentials
 * where it asks for some.
 */
final class Registry {

  private static final long MOST_SECONDS = 60;
  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_TOKEN = 1 << 20;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final OciReference artefact;
  private final RegistryCredentials credentials;
  private final HttpClient client;
  private @Nullable String authorization;

  Registry(OciReference artefact, RegistryCredentials credentials) {
    this.artefact = artefact;
    this.credentials = credentials;
    this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(MOST_SECONDS)).build();
  }

  /** A manifest or blob of at most the given length. */
  byte[] get(String kind, String of, String accept, int longest) {
    URI uri = URI.create(artefact.url(kind, of));
    HttpResponse<byte[]> response = followed(uri, accept, longest);
    if (response.statusCode() == UNAUTHORIZED && authorization == null) {
      authorization = authorize(response.headers().firstValue("WWW-Authenticate").orElse(""));
      response = followed(uri, accept, longest);
    }
    return body(response);
  }

  private byte[] body(HttpResponse<byte[]> response) {
    int code = response.statusCode();
    if (code == UNAUTHORIZED || code == FORBIDDEN) {
      throw new RemoteException(
          "the registry '" + artefact.host() + "' gives no access to '" + artefact.text() + "'",
          "log in with 'docker login " + artefact.host() + "'");
    }
    if (code == NOT_FOUND) {
      throw new RemoteException("'" + artefact.text() + "' does not exist");
    }
    if (code != OK) {
      throw failed("it answers with status " + code);
    }
    return response.body();
  }

  /** Registries send to other servers for blobs; these must not learn the user's secrets. */
  private HttpResponse<byte[]> followed(URI start, String accept, int longest) {
    URI uri = start;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept);
      if (authorization != null && uri.getAuthority().equals(start.getAuthority())) {
        request.header("Authorization", authorization);
      }
      HttpResponse<byte[]> response = send(request, longest);
      Optional<String> location = response.headers().firstValue("Location");
      if (response.statusCode() / 100 != 3 || location.isEmpty()) {
        return response;
      }
      uri = allowed(uri.resolve(location.get()));
    }
    throw failed("it sends from one server to the next");
  }

  private URI allowed(URI uri) {
    boolean plain = "http".equals(uri.getScheme()) && artefact.isLocal();
    if (!plain && !"https".equals(uri.getScheme())) {
      throw failed("it sends to '" + uri + "', which is not encrypted");
    }
    return uri;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, int longest) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), head -> new BoundedBody(longest));
    try {
      return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failed("it does not answer within " + MOST_SECONDS + " seconds");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failed("the wait was interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String said = cause.getMessage() == null ? "no connection" : cause.getMessage();
      throw failed(said);
    }
  }

  private RemoteException failed(String why) {
    return new RemoteException(
        "cannot fetch '" + artefact.text() + "' from '" + artefact.host() + "': " + why);
  }

  private String authorize(String challenge) {
    Optional<Credentials> known = credentials.of(artefact.configurationKey());
    if (challenge.toLowerCase(Locale.ROOT).startsWith("basic")) {
      return known.map(Credentials::basic).orElse("");
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(challenge);
    while (matcher.find()) {
      parameters.put(matcher.group(1), matcher.group(2));
    }
    String realm = parameters.getOrDefault("realm", "");
    if (realm.isEmpty()) {
      throw failed("it asks for credentials in a way that is not known");
    }
    return "Bearer " + token(allowed(URI.create(realm)), parameters, known);
  }

  private String token(URI realm, Map<String, String> parameters, Optional<Credentials> known) {
    String scope =
        parameters.getOrDefault("scope", "repository:" + artefact.repository() + ":pull");
    String query =
        "service=" + encoded(parameters.getOrDefault("service", "")) + "&scope=" + encoded(scope);
    HttpRequest.Builder request;
    if (known.isPresent() && known.get().isToken()) {
      String form =
          "grant_type=refresh_token&client_id=jcompose&refresh_token="
              + encoded(known.get().secret())
              + "&"
              + query;
      request =
          HttpRequest.newBuilder(realm)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form));
    } else {
      String separator = realm.getQuery() == null ? "?" : "&";
      request = HttpRequest.newBuilder(URI.create(realm + separator + query));
      known.ifPresent(credential -> request.header("Authorization", credential.basic()));
    }
    JsonNode answer = json(body(send(request, LONGEST_TOKEN)));
    return answer.path("token").asText(answer.path("access_token").asText(""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** JSON that the registry sent. */
  JsonNode json(byte[] bytes) {
    try {
      return new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      throw failed("it answers with something that is no JSON");
    }
  }
}
