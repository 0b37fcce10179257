package dev.dangol.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A style or script that is part of the page. */
record PageAsset(String text) {
  static final PageAsset STYLE = of("page.css");
  static final PageAsset CHART_LIBRARY = of("echarts.min.js");
  static final PageAsset SCRIPT = of("page.js");

  /** The source expression of a content security policy that allows this text and no other. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageAsset of(String name) {
    try (InputStream stream = PageAsset.class.getResourceAsStream(name)) {
      // A browser reads every line end as one line feed before it takes the hash.
      return new PageAsset(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
