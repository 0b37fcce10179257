package dev.dangol.store.files;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.internal.io.FileCommitProtocol;
import org.apache.spark.internal.io.FileNameSpec;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Commit protocol by which tasks write files where they will stay, under names of their own. No
 * reader sees a file before a version of the table names it, so that nothing is staged, renamed or
 * listed. The driver learns the files of tasks that ended well; those of a task that was tried
 * twice count once.
 */
final class DirectCommitProtocol extends FileCommitProtocol implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final String mark;
  private transient List<String> names;
  private transient List<WrittenFile> files;

  /**
   * A protocol for one folder.
   *
   * @param mark what the names of files say of all of them; empty for nothing
   */
  DirectCommitProtocol(String folder, String mark) {
    this.folder = folder;
    this.mark = mark;
  }

  /** The files of all tasks, once the job has ended well. */
  List<WrittenFile> files() {
    return List.copyOf(files);
  }

  /** A name that no other file of the folder has. */
  static String uniqueName(String parent, FileNameSpec spec, int task) {
    String start = parent.isEmpty() ? "" : parent + "/";
    return start
        + String.format("%spart-%05d-%s%s", spec.prefix(), task, UUID.randomUUID(), spec.suffix());
  }

  @Override
  public void setupJob(JobContext job) {
    files = new ArrayList<>();
  }

  @Override
  public void commitJob(JobContext job, Seq<TaskCommitMessage> messages) {
    for (TaskCommitMessage message : CollectionConverters.asJava(messages)) {
      for (Object file : (List<?>) message.obj()) {
        files.add((WrittenFile) file);
      }
    }
  }

  @Override
  public void abortJob(JobContext job) {
    // Files that no version names belong to no table.
  }

  @Override
  public void setupTask(TaskAttemptContext task) {
    names = new ArrayList<>();
  }

  @Override
  public String newTaskTempFile(TaskAttemptContext task, Option<String> parent, FileNameSpec spec) {
    int number = task.getTaskAttemptID().getTaskID().getId();
    FileNameSpec marked = new FileNameSpec(spec.prefix(), mark + spec.suffix());
    String name = uniqueName(parent.isDefined() ? parent.get() : "", marked, number);
    names.add(name);
    return new Path(folder, name).toString();
  }

  @Override
  public TaskCommitMessage commitTask(TaskAttemptContext task) {
    ArrayList<WrittenFile> written = new ArrayList<>();
    for (String name : names) {
      FileStatus status = status(task, name);
      written.add(new WrittenFile(folder, name, status.getLen(), status.getModificationTime()));
    }
    return new TaskCommitMessage(written);
  }

  private FileStatus status(TaskAttemptContext task, String name) {
    Path file = new Path(folder, name);
    try {
      return file.getFileSystem(task.getConfiguration()).getFileStatus(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void abortTask(TaskAttemptContext task) {
    for (String name : names) {
      Path file = new Path(folder, name);
      try {
        file.getFileSystem(task.getConfiguration()).delete(file, false);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
