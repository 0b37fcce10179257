package dev.dangol.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;

/** Store that a warehouse can be on: this disk, an HDFS or an object store, all of them real. */
public enum TestStore {
  LOCAL {
    @Override
    public Map<String, String> settings() {
      return Map.of();
    }

    @Override
    String root() {
      return Path.of("target", "stores").toAbsolutePath().toString();
    }
  },
  HDFS {
    @Override
    public Map<String, String> settings() {
      return Map.of("dfs.replication", "1");
    }

    @Override
    String root() {
      return ServerProcess.address("hdfs", "HdfsServer");
    }
  },
  S3 {
    @Override
    public Map<String, String> settings() {
      return s3At(address());
    }

    @Override
    String root() {
      return bucket("shop");
    }
  };

  /** The settings by which Hadoop reaches the store. */
  public abstract Map<String, String> settings();

  abstract String root();

  /** The address of a folder that nobody has used. */
  public String folder() {
    return root() + "/" + UUID.randomUUID();
  }

  /** A configuration of Hadoop with the settings. */
  public Configuration configuration() {
    Configuration conf = new Configuration();
    settings().forEach(conf::set);
    return conf;
  }

  /** The address of the object store, for proxies. */
  public static String address() {
    return ServerProcess.address("s3proxy", "S3Server");
  }

  /** The address of a bucket of the object store, which is made where it is missing. */
  public static String bucket(String name) {
    address();
    try {
      Files.createDirectories(ServerProcess.folder("S3Server").resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return "s3a://" + name;
  }

  /** The settings by which Hadoop reaches an object store at an address. */
  public static Map<String, String> s3At(String address) {
    return Map.of(
        "fs.s3a.endpoint",
        address,
        "fs.s3a.endpoint.region",
        "us-east-1",
        "fs.s3a.path.style.access",
        "true",
        "fs.s3a.connection.ssl.enabled",
        "false",
        "fs.s3a.bucket.probe",
        "0",
        "fs.s3a.aws.credentials.provider",
        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        "fs.s3a.access.key",
        "x",
        "fs.s3a.secret.key",
        "x");
  }
}
