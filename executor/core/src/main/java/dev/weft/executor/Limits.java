package dev.weft.executor;

/**
 * How large a pipeline may be, so that a manifest from elsewhere cannot exhaust its host.
 *
 * @param nodes the most nodes
 * @param connections the most connections
 * @param paramDepth how deep lists and objects may be nested in a parameter
 * @param idLength the most characters of a node's id
 * @param manifestBytes the largest manifest; checked by whoever reads one
 */
public record Limits(int nodes, int connections, int paramDepth, int idLength, long manifestBytes) {

  /** 1000 nodes, 10,000 connections, parameters 32 deep, ids of 128 characters, 10 MiB. */
  public static final Limits DEFAULT = new Limits(1_000, 10_000, 32, 128, 10L << 20);
}
