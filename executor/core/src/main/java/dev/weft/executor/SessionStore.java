package dev.weft.executor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the nodes of a pipeline keep, by session and node. Thread-safe. */
final class SessionStore {
  private final StateLimits limits;
  private final InstantSource clock;

  // Guarded by this; in the order of last use.
  private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Session {
    private final Map<String, Entries> nodes = new LinkedHashMap<>();
    private Instant used = Instant.EPOCH;
  }

  private static final class Entry {
    private Object value;
    private Instant used;

    Entry(Object value, Instant used) {
      this.value = value;
      this.used = used;
    }
  }

  SessionStore(StateLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** The state of a node in a session. */
  SessionState state(String session, String node) {
    return new View(session, node);
  }

  int sessions() {
    synchronized (this) {
      return sessions.size();
    }
  }

  private boolean isExpired(Instant used, Instant now) {
    return Duration.between(used, now).compareTo(limits.ttl()) > 0;
  }

  /** The entries of a node, made if need be. */
  private Entries entries(String session, String node) {
    Instant now = clock.instant();
    Session found = sessions.computeIfAbsent(session, _ -> new Session());
    found.used = now;
    // In the order of last use, so those to forget come first; the one in use comes last.
    var oldest = sessions.values().iterator();
    while (oldest.hasNext()) {
      Session candidate = oldest.next();
      if (candidate == found
          || !(sessions.size() > limits.sessions() || isExpired(candidate.used, now))) {
        break;
      }
      oldest.remove();
    }
    return found.nodes.computeIfAbsent(node, _ -> new Entries());
  }

  /** In the order of last use. */
  private final class Entries {
    private final Map<String, Entry> values = new LinkedHashMap<>(16, 0.75f, true);

    Optional<Entry> find(String key) {
      Instant now = clock.instant();
      var oldest = values.values().iterator();
      while (oldest.hasNext() && isExpired(oldest.next().used, now)) {
        oldest.remove();
      }
      Entry entry = values.get(key);
      if (entry != null) {
        entry.used = now;
      }
      return Optional.ofNullable(entry);
    }

    void put(String node, String key, Object value) {
      Optional<Entry> known = find(key);
      if (known.isPresent()) {
        known.get().value = value;
        return;
      }
      if (values.size() >= limits.entries()) {
        throw new PipelineException(
            "the state of node '%s' is full: it holds %d entries, and '%s' would be one more; remove some, or raise the limit"
                .formatted(node, values.size(), key),
            null);
      }
      values.put(key, new Entry(value, clock.instant()));
    }
  }

  private final class View implements SessionState {
    private final String session;
    private final String node;

    View(String session, String node) {
      this.session = session;
      this.node = node;
    }

    @Override
    public Optional<Object> get(String key) {
      synchronized (SessionStore.this) {
        return entries(session, node).find(key).map(it -> it.value);
      }
    }

    @Override
    public void put(String key, Object value) {
      Objects.requireNonNull(value, "a state holds no null");
      synchronized (SessionStore.this) {
        entries(session, node).put(node, key, value);
      }
    }

    @Override
    @SuppressWarnings("unchecked") // the caller says by `initial` what it keeps under the key
    public <T> T update(String key, T initial, UnaryOperator<T> change) {
      synchronized (SessionStore.this) {
        Entries entries = entries(session, node);
        T next = change.apply((T) entries.find(key).map(it -> it.value).orElse(initial));
        entries.put(node, key, next);
        return next;
      }
    }

    @Override
    public void remove(String key) {
      synchronized (SessionStore.this) {
        entries(session, node).values.remove(key);
      }
    }

    @Override
    public int size() {
      synchronized (SessionStore.this) {
        Entries entries = entries(session, node);
        entries.find("");
        return entries.values.size();
      }
    }
  }
}
