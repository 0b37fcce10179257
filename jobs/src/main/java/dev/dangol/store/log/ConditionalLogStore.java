package dev.dangol.store.log;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Log store of Delta whose commit is one conditional write. The store itself refuses a second
 * writer of the same version, so that no commit is lost, whichever process or machine it comes
 * from, as long as every writer of the table commits in this way. A commit whose answer was lost is
 * recognised by its content and counts as made.
 */
public final class ConditionalLogStore extends HadoopFileSystemLogStore {
  public ConditionalLogStore(Configuration initial) {
    super(initial);
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration conf)
      throws IOException {
    FileSystem files = path.getFileSystem(conf);
    byte[] content = content(actions);
    if (overwrite) {
      try (OutputStream out = files.create(path, true)) {
        out.write(content);
      }
    } else if (!ConditionalWrite.create(files, path, content)) {
      // Delta takes it as the news that another writer made this version.
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  private static byte[] content(Iterator<String> actions) {
    StringBuilder lines = new StringBuilder();
    actions.forEachRemaining(action -> lines.append(action).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration conf) throws IOException {
    return !ConditionalWrite.isOffered(path.getFileSystem(conf), path);
  }
}
