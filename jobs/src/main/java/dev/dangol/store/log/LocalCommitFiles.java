package dev.dangol.store.log;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/** Local files of Delta's commits. They start no process, where Hadoop's would start five. */
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
}
