package com.example;

import com.example.jobs.Main;

/** Java of the project may call what was translated. */
public final class Caller {
  private Caller() {}

  public static void main(String[] args) {
    Main.main(args);
  }
}
