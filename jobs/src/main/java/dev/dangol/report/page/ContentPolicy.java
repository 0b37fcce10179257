package dev.dangol.report.page;

/** Content security policy of the page: it may run and style itself, and nothing else. */
final class ContentPolicy {
  private ContentPolicy() {}

  /**
   * Only the page's own scripts and style, named by their hashes; no request of any kind. ECharts
   * sets its styles from script, which such a policy allows.
   */
  static String text() {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + PageAsset.CHART_LIBRARY.hash() + " " + PageAsset.SCRIPT.hash(),
        "style-src " + PageAsset.STYLE.hash(),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'");
  }
}
