package dev.dangol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The warehouse of a small shop as an earlier Dangol wrote it, from the test resources. */
final class FirstWarehouse {
  private static final String PACKED = "/first-warehouse/shop.zip.gz";

  private FirstWarehouse() {}

  /** Unpacks the shop, its purchases and its warehouse of 31 May and 30 June 2025. */
  static TinyShop open(Path folder) {
    try (var packed = FirstWarehouse.class.getResourceAsStream(PACKED);
        var files = new ZipInputStream(new GZIPInputStream(packed))) {
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        if (!entry.isDirectory()) {
          Path file = folder.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(files, file);
        }
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    TinyShop shop = new TinyShop(folder);
    shop.configure("");
    return shop;
  }
}
