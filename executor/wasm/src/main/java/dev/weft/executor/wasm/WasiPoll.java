package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.Memory;
import dev.weft.executor.wasm.WasiFunctions.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a guest waits: for a time, or for its streams, which are always ready. */
final class WasiPoll {
  private static final int MOST_SUBSCRIPTIONS = 64;
  private static final int SUBSCRIPTION_BYTES = 48;
  private static final int EVENT_BYTES = 32;
  private static final int CLOCK = 0;
  private static final int FD_READ = 1;
  private static final int FD_WRITE = 2;

  private final Descriptors descriptors;
  private final Now now;
  private final GuestClock clock;

  /** Reads a clock. */
  @FunctionalInterface
  interface Now {
    long of(int clock) throws Errno.Failure;
  }

  private record Event(long userData, int type, int error) {}

  private record Alarm(long userData, long nanos) {}

  WasiPoll(Descriptors descriptors, Now now, GuestClock clock) {
    this.descriptors = descriptors;
    this.now = now;
    this.clock = clock;
  }

  int poll(Memory memory, Arguments in) throws Errno.Failure {
    int count = in.number(2);
    if (count <= 0 || count > MOST_SUBSCRIPTIONS) {
      throw new Errno.Failure(Errno.INVAL);
    }
    List<Event> events = new ArrayList<>();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = in.number(0) + i * SUBSCRIPTION_BYTES;
      long userData = memory.readLong(at);
      int type = memory.read(at + 8);
      switch (type) {
        case CLOCK -> alarms.add(new Alarm(userData, delay(memory, at + 16)));
        case FD_READ, FD_WRITE ->
            events.add(new Event(userData, type, readiness(memory.readInt(at + 16), type)));
        default -> throw new Errno.Failure(Errno.INVAL);
      }
    }
    if (events.isEmpty()) {
      long first = alarms.stream().mapToLong(Alarm::nanos).min().orElse(0);
      sleep(first);
      alarms.stream()
          .filter(alarm -> alarm.nanos() <= first)
          .forEach(alarm -> events.add(new Event(alarm.userData(), CLOCK, Errno.SUCCESS)));
    }
    int to = in.number(1);
    for (Event event : events) {
      memory.write(to, new byte[EVENT_BYTES]);
      memory.writeLong(to, event.userData());
      memory.writeShort(to + 8, (short) event.error());
      memory.writeByte(to + 10, (byte) event.type());
      to += EVENT_BYTES;
    }
    memory.writeI32(in.number(3), events.size());
    return Errno.SUCCESS;
  }

  /** How long to wait for a subscription to a clock. */
  private long delay(Memory memory, int at) throws Errno.Failure {
    long time = memory.readLong(at + 8);
    boolean absolute = (memory.readShort(at + 24) & 1) != 0;
    long start = now.of(memory.readInt(at));
    long nanos = absolute ? time - start : time;
    // Times are unsigned: what looks negative is farther away than any guest will live.
    boolean far = time < 0;
    return far ? Long.MAX_VALUE : Math.max(0, nanos);
  }

  private int readiness(int fd, int type) {
    try {
      return switch (descriptors.get(fd)) {
        case Descriptor.Directory _ -> Errno.NOTSUP;
        case Descriptor.Input _ -> type == FD_READ ? Errno.SUCCESS : Errno.NOTSUP;
        case Descriptor.Output _ -> type == FD_WRITE ? Errno.SUCCESS : Errno.NOTSUP;
        case Descriptor.OpenFile _ -> Errno.SUCCESS;
      };
    } catch (Errno.Failure e) {
      return e.number;
    }
  }

  private void sleep(long nanos) {
    try {
      clock.sleep().of(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfinedGuest.Stopped();
    }
  }
}
