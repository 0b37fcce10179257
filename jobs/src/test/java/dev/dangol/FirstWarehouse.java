package dev.dangol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Warehouses of small shops as earlier Dangols wrote them, from the test resources. */
final class FirstWarehouse {
  private static final String PACKED = "/first-warehouse/shop.zip.gz";
  private static final String SECOND = "/second-warehouse/shop.zip.gz";

  private FirstWarehouse() {}

  /** Unpacks the shop, its purchases and its warehouse of 31 May and 30 June 2025. */
  static TinyShop open(Path folder) {
    TinyShop shop = unpack(folder, PACKED);
    shop.configure("");
    return shop;
  }

  /** Unpacks {@link TinyShop} with its warehouse of 28 February 2025. */
  static TinyShop openSecond(Path folder) {
    TinyShop shop = unpack(folder, SECOND);
    TinyShop.open(folder);
    return shop;
  }

  private static TinyShop unpack(Path folder, String place) {
    try (var packed = FirstWarehouse.class.getResourceAsStream(place);
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
    return new TinyShop(folder);
  }
}
