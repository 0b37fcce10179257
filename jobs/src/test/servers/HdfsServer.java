import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS of one name node and one data node, until its input ends. It says "ready" and its address. */
final class HdfsServer {
  private HdfsServer() {}

  public static void main(String[] folder) throws Exception {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, Path.of(folder[0]).toAbsolutePath().toString());
    conf.setInt("dfs.replication", 1);
    conf.setBoolean("dfs.permissions.enabled", false);
    try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build()) {
      System.out.println("ready " + cluster.getFileSystem().getUri());
      while (System.in.read() >= 0) {}
    }
  }
}
