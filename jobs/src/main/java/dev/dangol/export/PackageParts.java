package dev.dangol.export;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Parts of a ZIP package, found by its central directory (APPNOTE 6.3, sections 4.3.12 and 4.3.16).
 * The package's writer ends its parts with 64-bit descriptors, which Java's own stream of entries
 * does not read.
 */
final class PackageParts {
  private static final int DIRECTORY_END = 0x06054b50;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final int DIRECTORY_HEADER_BYTES = 46;

  private final byte[] bytes;
  private final ByteBuffer zip;

  PackageParts(byte[] bytes) {
    this.bytes = bytes;
    this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * One part.
   *
   * @param start where its compressed bytes begin
   * @param length how many they are
   */
  record PackagePart(String name, int start, int length) {}

  List<PackagePart> list() {
    int end = bytes.length - 22;
    while (zip.getInt(end) != DIRECTORY_END) {
      end--;
    }
    List<PackagePart> parts = new ArrayList<>();
    int at = zip.getInt(end + 16);
    for (int left = zip.getShort(end + 10); left > 0; left--) {
      int nameLength = zip.getShort(at + 28);
      int local = zip.getInt(at + 42);
      int start = local + LOCAL_HEADER_BYTES + zip.getShort(local + 26) + zip.getShort(local + 28);
      String name =
          new String(bytes, at + DIRECTORY_HEADER_BYTES, nameLength, StandardCharsets.UTF_8);
      parts.add(new PackagePart(name, start, zip.getInt(at + 20)));
      at += DIRECTORY_HEADER_BYTES + nameLength + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
    return parts;
  }

  InputStream content(PackagePart part) {
    return new InflaterInputStream(
        new ByteArrayInputStream(bytes, part.start(), part.length()), new Inflater(true));
  }
}
