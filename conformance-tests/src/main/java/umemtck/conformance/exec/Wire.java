package umemtck.conformance.exec;

/** What lines come and go on: a child process, or whatever answers like one. */
interface Wire {
  /** Sends a line, with its line feed; it goes out when the next one is received. */
  void send(byte[] line);

  /**
   * Receives a line, without its line feed.
   *
   * @throws umemtck.conformance.session.MachineFault if none comes any more
   */
  byte[] receive();

  /** Whether more has come than was received. */
  boolean hasMore();

  /**
   * Ends it at once: a thread that waits for a line gets a fault with these words.
   *
   * @return whether it does; it does not a second time
   */
  boolean kill(String why);

  /** Lets it end by itself, and sees to it that nothing of it is left. */
  void close();
}
