package dev.dangol.export;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Folder of a target's files, on whatever store. */
public interface TargetFolder {
  /** Begins a file, which is seen under its name only once it is kept. */
  TargetFile create(String name);

  /** A file that was delivered before, by its path; empty where it is gone. */
  Optional<InputStream> open(String path);

  /** File that is being written, beside its final place. */
  interface TargetFile {
    OutputStream out();

    /** Ends the writing and opens what was written. */
    InputStream content();

    /** Puts the file in its place, whole. */
    void keep();

    /** Takes the file away again. */
    void drop();
  }
}
