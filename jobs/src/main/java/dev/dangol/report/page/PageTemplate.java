package dev.dangol.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The story as HTML. */
final class PageTemplate {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, PageTemplate.class.getClassLoader());
  private static final int USUAL_SIZE = 1 << 21;

  private PageTemplate() {}

  static String html(PageView view) {
    StringOutput output = new StringOutput(USUAL_SIZE);
    TEMPLATES.render("page.jte", view, output);
    return output.toString();
  }
}
