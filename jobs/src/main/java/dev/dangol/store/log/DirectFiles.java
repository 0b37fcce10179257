package dev.dangol.store.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files as Hadoop's own but for how the operating system is asked. Without its native library
 * Hadoop starts {@code chmod} or {@code readlink} as a process; Java can do both itself.
 */
final class DirectFiles extends RawLocalFileSystem {
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
