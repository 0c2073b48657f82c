package dev.weft.executor.wasm;

/** The rights that WASI's calls speak of. They tell guests what to expect; grants decide. */
final class Rights {
  static final long FD_READ = 1L << 1;
  static final long FD_WRITE = 1L << 6;

  /** fd_seek, fd_tell, fd_advise, fd_filestat_get, poll_fd_readwrite. */
  private static final long READ_FILE = FD_READ | 1L << 2 | 1L << 5 | 1L << 7 | 1L << 21 | 1L << 27;

  /** fd_datasync, fd_sync, fd_filestat_set_size. */
  private static final long WRITE_FILE = FD_WRITE | 1L | 1L << 4 | 1L << 22;

  /** path_open, fd_readdir, path_readlink, path_filestat_get, fd_filestat_get. */
  private static final long READ_DIRECTORY = 1L << 13 | 1L << 14 | 1L << 15 | 1L << 18 | 1L << 21;

  /**
   * path_create_directory, path_create_file, path_rename_source, path_rename_target,
   * path_remove_directory, path_unlink_file.
   */
  private static final long WRITE_DIRECTORY =
      1L << 9 | 1L << 10 | 1L << 16 | 1L << 17 | 1L << 25 | 1L << 26;

  private Rights() {}

  static long ofFile(boolean writable) {
    return writable ? READ_FILE | WRITE_FILE : READ_FILE;
  }

  static long ofDirectory(boolean writable) {
    return writable ? READ_DIRECTORY | WRITE_DIRECTORY : READ_DIRECTORY;
  }

  /** Of what is opened below a directory. */
  static long below(boolean writable) {
    return ofDirectory(writable) | ofFile(writable);
  }
}
