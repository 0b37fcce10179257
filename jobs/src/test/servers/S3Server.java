import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** An object store in a folder, until its input ends. It says "ready" and its address. */
final class S3Server {
  private S3Server() {}

  public static void main(String[] folder) throws Exception {
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
        .setLevel(ch.qos.logback.classic.Level.WARN);
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", folder[0]);
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.NONE, "x", "x")
            .blobStore(BlobStores.create("filesystem-nio2", properties))
            .build();
    server.start();
    System.out.println("ready http://127.0.0.1:" + server.getPort());
    while (System.in.read() >= 0) {}
    server.stop();
  }
}
