package dev.weft.executor.wasm;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The error numbers of WASI preview 1 that are given here, and what leads to them. */
final class Errno {
  static final int SUCCESS = 0;
  static final int ACCES = 2;
  static final int BADF = 8;
  static final int EXIST = 20;
  static final int FAULT = 21;
  static final int FBIG = 22;
  static final int INVAL = 28;
  static final int IO = 29;
  static final int ISDIR = 31;
  static final int LOOP = 32;
  static final int MFILE = 33;
  static final int NAMETOOLONG = 37;
  static final int NOENT = 44;
  static final int NOTDIR = 54;
  static final int NOTEMPTY = 55;
  static final int NOTSUP = 58;
  static final int ROFS = 69;
  static final int SPIPE = 70;
  static final int NOTCAPABLE = 76;

  private Errno() {}

  /** Ends a call of the guest with an error number. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    final int number;

    Failure(int number) {
      super("errno " + number, null, false, false);
      this.number = number;
    }
  }

  static int of(Exception error) {
    return switch (error) {
      case Failure failure -> failure.number;
      case NoSuchFileException _ -> NOENT;
      case FileAlreadyExistsException _ -> EXIST;
      case DirectoryNotEmptyException _ -> NOTEMPTY;
      case NotDirectoryException _ -> NOTDIR;
      case AccessDeniedException _ -> ACCES;
      case FileSystemLoopException _ -> LOOP;
      case NonReadableChannelException _ -> BADF;
      case NonWritableChannelException _ -> BADF;
      case ClosedByInterruptException _ -> throw new ConfinedGuest.Stopped();
      case IOException _ -> IO;
      default -> throw new IllegalStateException("no error number for " + error, error);
    };
  }
}
