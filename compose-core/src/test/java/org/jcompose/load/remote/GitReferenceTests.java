package org.jcompose.load.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitReferenceTests {

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/b.git, https://h.example/a/b.git, HEAD, ''",
    "https://h.example/b.git#main, https://h.example/b.git, main, ''",
    "https://h.example/b.git#main:x/y, https://h.example/b.git, main, x/y",
    "https://h.example/b.git#:x, https://h.example/b.git, HEAD, x",
    "git@h.example:a/b.git#v1, git@h.example:a/b.git, v1, ''",
    "ssh://git@h.example/a/b, ssh://git@h.example/a/b, HEAD, ''",
    "git://h.example/a/b, git://h.example/a/b, HEAD, ''",
    "github.com/a/b#v1, https://github.com/a/b, v1, ''"
  })
  void partsAreSeparated(String text, String url, String ref, String path) {
    assertThat(GitReference.parse(text)).contains(new GitReference(text, url, ref, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.yaml",
        "./github.com/a/b",
        "../x.git",
        "https://h.example/compose.yaml",
        "https://h.example/b#main",
        "C:/x/y.git",
        "ssh://-oProxyCommand=x/y",
        "-x@h.example:y",
        "file:///x.git"
      })
  void otherNamesAreThoseOfLocalFiles(String text) {
    assertThat(GitReference.parse(text)).isEmpty();
  }

  @Test
  void onlyAWholeHashIsACommit() {
    assertThat(GitReference.isCommit("0123456789012345678901234567890123456789")).isTrue();
    assertThat(GitReference.isCommit("0123456")).isFalse();
  }
}
