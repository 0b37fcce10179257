package dev.dangol.store;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Listing of the files in a folder and in those below it. */
final class DeepListing {
  private final FileSystem files;
  private final URI root;
  private final SortedMap<String, Instant> found = new TreeMap<>();

  private DeepListing(FileSystem files, Path folder) {
    this.files = files;
    this.root = local(folder);
  }

  /** The path of each file, relative to the folder, and the time that the store gave it. */
  static SortedMap<String, Instant> of(FileSystem files, Path folder) throws IOException {
    DeepListing listing = new DeepListing(files, folder);
    if (files instanceof RawLocalFileSystem) {
      listing.walk(folder);
    } else {
      listing.list(folder);
    }
    return listing.found;
  }

  /** One request for some thousand files of a store. */
  private void list(Path folder) throws IOException {
    var all = files.listFiles(folder, true);
    while (all.hasNext()) {
      add(all.next());
    }
  }

  /** Listing a local folder deeply would start a process for each file, to ask for its rights. */
  private void walk(Path folder) throws IOException {
    for (FileStatus status : files.listStatus(folder)) {
      if (status.isDirectory()) {
        walk(status.getPath());
      } else {
        add(status);
      }
    }
  }

  private void add(FileStatus file) {
    found.put(
        root.relativize(local(file.getPath())).getPath(),
        Instant.ofEpochMilli(file.getModificationTime()));
  }

  /** The path without the store's address, which the names of local files have and folders not. */
  private static URI local(Path path) {
    return new Path(path.toUri().getPath()).toUri();
  }
}
