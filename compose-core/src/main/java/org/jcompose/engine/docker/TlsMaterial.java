package org.jcompose.engine.docker;

import com.github.dockerjava.core.util.CertificateUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jcompose.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * A folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, as Docker keeps them; each
 * may be missing.
 *
 * @param verify whether the daemon must prove who it is
 */
record TlsMaterial(Path folder, boolean verify) {

  // Docker's key files have none.
  private static final char[] PASSWORD = "docker".toCharArray();

  /** What the JVM trusts, and no certificate of one's own. */
  static SSLContext ofTheSystem() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new EngineException("this Java has no TLS", null, e);
    }
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), new SecureRandom());
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new EngineException(
          "cannot read the TLS certificates in '" + folder + "': " + e.getMessage(),
          "put 'ca.pem', 'cert.pem' and 'key.pem' there, or set DOCKER_CERT_PATH",
          e);
    }
  }

  private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
    Path certificate = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    if (!Files.exists(certificate) && !Files.exists(key)) {
      return null;
    }
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "docker",
        CertificateUtils.loadPrivateKey(pem(key, "PRIVATE KEY")),
        PASSWORD,
        certificates(certificate).toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
    if (!verify) {
      return new TrustManager[] {new TrustAnyone()};
    }
    Path authority = folder.resolve("ca.pem");
    if (!Files.exists(authority)) {
      return null;
    }
    KeyStore store = emptyStore();
    for (Certificate certificate : certificates(authority)) {
      store.setCertificateEntry("ca-" + store.size(), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    byte[] text = pem(file, "CERTIFICATE").getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(text));
  }

  private static String pem(Path file, String what) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(what)) {
      throw new IOException("'" + file.getFileName() + "' holds no " + what);
    }
    return text;
  }

  /** What {@code DOCKER_TLS} without {@code DOCKER_TLS_VERIFY} asks for. */
  private static final class TrustAnyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
