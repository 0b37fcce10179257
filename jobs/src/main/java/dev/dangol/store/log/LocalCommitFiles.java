package dev.dangol.store.log;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.local.LocalConfigKeys;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files of Delta's commits, as Hadoop's own but for how it asks the operating system. Without
 * its native library Hadoop starts {@code chmod} or {@code readlink} as a process, five times a
 * commit; Java can do both itself.
 */
public final class LocalCommitFiles extends ChecksumFs {
  /** The setting that names the class of local files for Hadoop's file contexts. */
  static final String SETTING = "fs.AbstractFileSystem.file.impl";

  /** Hadoop makes it so by reflection. */
  public LocalCommitFiles(URI root, Configuration conf) throws IOException, URISyntaxException {
    super(new RawCommitFiles(conf));
  }

  /** The files without their checksums. */
  private static final class RawCommitFiles extends DelegateToFileSystem {
    RawCommitFiles(Configuration conf) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new DirectFiles(),
          conf,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path file) throws IOException {
      return LocalConfigKeys.getServerDefaults();
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }

  /** The local file system, with what would start a process done by Java. */
  private static final class DirectFiles extends RawLocalFileSystem {
    @Override
    public void setPermission(Path file, FsPermission permission) throws IOException {
      java.nio.file.Path path = pathToFile(file).toPath();
      if (permission.getStickyBit() || !isPosix(path)) {
        super.setPermission(file, permission);
        return;
      }
      String bits =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(bits));
    }

    private static boolean isPosix(java.nio.file.Path path) {
      return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public FileStatus getFileLinkStatus(Path file) throws IOException {
      return Files.isSymbolicLink(pathToFile(file).toPath())
          ? super.getFileLinkStatus(file)
          : getFileStatus(file);
    }
  }
}
