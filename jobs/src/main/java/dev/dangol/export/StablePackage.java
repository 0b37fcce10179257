package dev.dangol.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Office document whose bytes depend on its content alone: the time of its creation is the as-of
 * day.
 */
record StablePackage(LocalDate asOf) {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";

  void copy(InputStream from, OutputStream to) throws IOException {
    ZipOutputStream out = new ZipOutputStream(to);
    PackageParts parts = new PackageParts(from.readAllBytes());
    for (PackageParts.PackagePart part : parts.list()) {
      ZipEntry copy = new ZipEntry(part.name());
      copy.setTimeLocal(asOf.atStartOfDay());
      out.putNextEntry(copy);
      InputStream content = parts.content(part);
      if (part.name().equals(PROPERTIES)) {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        out.write(text.replaceAll(TIME, asOf + "T00:00:00Z").getBytes(StandardCharsets.UTF_8));
      } else {
        content.transferTo(out);
      }
      out.closeEntry();
    }
    out.finish();
  }
}
