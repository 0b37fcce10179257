package dev.dangol.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The story as HTML. */
final class Page {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Page.class.getClassLoader());
  private static final int USUAL_SIZE = 1 << 21;

  private Page() {}

  static String html(View view) {
    StringOutput output = new StringOutput(USUAL_SIZE);
    TEMPLATES.render("page.jte", view, output);
    return output.toString();
  }
}
