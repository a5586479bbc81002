package org.jcompose.load.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciReferenceTests {

  @ParameterizedTest
  @CsvSource({
    "oci://a, https://registry-1.docker.io/v2/library/a/manifests/latest",
    "oci://docker.io/a/b:c, https://registry-1.docker.io/v2/a/b/manifests/c",
    "oci://h.example/a/b:c, https://h.example/v2/a/b/manifests/c",
    "oci://h.example:5000/a, https://h.example:5000/v2/a/manifests/latest",
    "oci://localhost:5000/a:b, http://localhost:5000/v2/a/manifests/b",
    "oci://127.0.0.1/a:b, http://127.0.0.1/v2/a/manifests/b"
  })
  void namesAreReadAsDockerReadsThem(String text, String url) {
    OciReference reference = OciReference.parse(text);
    assertThat(reference.url("manifests", reference.version())).isEqualTo(url);
  }

  @Test
  void aDigestWinsOverATag() {
    String digest = "sha256:" + "0".repeat(64);
    assertThat(OciReference.parse("oci://h.example/a:b@" + digest).version()).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oci://",
        "oci://h.example/",
        "oci://h.example/../x",
        "oci://a b",
        "oci://h.example/A"
      })
  void whatNamesNoArtefactIsRefused(String text) {
    assertThatThrownBy(() -> OciReference.parse(text))
        .isInstanceOf(RemoteException.class)
        .hasMessage("'" + text + "' names no artefact");
  }
}
