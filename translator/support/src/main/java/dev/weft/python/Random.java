package dev.weft.python;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code random.Random}: the sequences and distributions of CPython 3.12. */
public final class Random {
  private final MersenneTwister twister = new MersenneTwister();
  private @Nullable Double nextGauss;

  /** Seeded with what comes. */
  public Random(@Nullable Object seed) {
    seed(seed);
  }

  /** {@code seed(a)}. */
  public void seed(@Nullable Object a) {
    nextGauss = null;
    twister.seed(
        switch (a) {
          case null -> new BigInteger(128, new SecureRandom());
          case Long l -> BigInteger.valueOf(l);
          case BigInteger b -> b;
          case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
          case String s -> ofText(s.getBytes(StandardCharsets.UTF_8));
          case Bytes b -> ofText(b.array());
          case Double d -> BigInteger.valueOf(PyHash.of(d));
          default ->
              throw new Errors.TypeError(
                  "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
        });
  }

  private static BigInteger ofText(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(text);
      byte[] all = new byte[text.length + digest.length];
      System.arraycopy(text, 0, all, 0, text.length);
      System.arraycopy(digest, 0, all, text.length, digest.length);
      return new BigInteger(1, all);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code random()}. */
  public double random() {
    return twister.random();
  }

  /** {@code getrandbits(k)}. */
  public Number bits(long k) {
    return k == 0 ? 0L : k < 64 ? (Number) twister.bits((int) k) : big((int) k);
  }

  private BigInteger big(int k) {
    BigInteger all = BigInteger.ZERO;
    for (int done = 0; done < k; done += 32) {
      long word = twister.next32() & 0xffffffffL;
      int left = k - done;
      all = all.or(BigInteger.valueOf(left < 32 ? word >>> (32 - left) : word).shiftLeft(done));
    }
    return all;
  }

  /** {@code randbytes(n)}. */
  public Bytes bytes(long n) {
    byte[] data = new byte[(int) n];
    if (n > 0) {
      byte[] big = big((int) n * 8).toByteArray();
      for (int i = 0; i < Math.min(big.length, data.length); i++) {
        data[i] = big[big.length - 1 - i];
      }
    }
    return Bytes.wrap(data);
  }

  /** What {@code getstate()} gives. */
  @SuppressWarnings("ArrayRecordComponent") // Programs only hand it back.
  public record State(int[] words, @Nullable Double gauss) {}

  /** {@code getstate()}. */
  public State state() {
    return new State(twister.copyState(), nextGauss);
  }

  /** {@code setstate(state)}. */
  public void state(State state) {
    twister.restore(state.words());
    nextGauss = state.gauss();
  }

  private long below(long n) {
    if (n <= 0) {
      throw new Errors.ValueError("empty range");
    }
    int k = 64 - Long.numberOfLeadingZeros(n);
    long r = twister.bits(k);
    while (r >= n) {
      r = twister.bits(k);
    }
    return r;
  }

  /** {@code randrange(start, stop, step)}. */
  public long range(long start, long stop, long step) {
    if (step == 1) {
      if (stop <= start) {
        throw new Errors.ValueError("empty range in randrange(" + start + ", " + stop + ")");
      }
      return start + below(stop - start);
    }
    long n = step > 0 ? (stop - start + step - 1) / step : (stop - start + step + 1) / step;
    return start + step * below(n);
  }

  /** {@code randint(a, b)}. */
  public long integer(long a, long b) {
    return range(a, b + 1, 1);
  }

  /** {@code choice(items)}. */
  public <T extends @Nullable Object> T choice(List<T> items) {
    return items.get((int) place(items.size()));
  }

  /** {@code choice(text)}. */
  public String choice(String text) {
    return Strs.get(text, place(Strs.len(text)));
  }

  /** {@code choice(sequence)} of anything that has a length and items. */
  public @Nullable Object choiceOf(@Nullable Object sequence) {
    return Dyn.item(sequence, place(Py.len(sequence)));
  }

  private long place(long length) {
    if (length == 0) {
      throw new Errors.IndexError("Cannot choose from an empty sequence");
    }
    return below(length);
  }

  /** {@code shuffle(items)}. */
  public <T extends @Nullable Object> void shuffle(List<T> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      int j = (int) below(i + 1L);
      T item = items.get(i);
      items.set(i, items.get(j));
      items.set(j, item);
    }
  }

  /** {@code sample(population, k)}. */
  public <T extends @Nullable Object> List<T> sample(Iterable<? extends T> items, long k) {
    List<T> population = Lists.<T>copy(items);
    int n = population.size();
    if (k < 0 || k > n) {
      throw new Errors.ValueError("Sample larger than population or is negative");
    }
    List<T> result = new PyList<>();
    long setSize = 21;
    if (k > 5) {
      setSize += (long) Math.pow(4, Math.ceil(Math.log((double) k * 3) / Math.log(4)));
    }
    if (n <= setSize) {
      for (int i = 0; i < k; i++) {
        int j = (int) below(n - i);
        result.add(population.get(j));
        population.set(j, population.get(n - i - 1));
      }
    } else {
      Set<Integer> selected = new java.util.HashSet<>();
      for (int i = 0; i < k; i++) {
        int j = (int) below(n);
        while (!selected.add(j)) {
          j = (int) below(n);
        }
        result.add(population.get(j));
      }
    }
    return result;
  }

  /** {@code choices(population, weights, k=)}. */
  public <T extends @Nullable Object> List<T> choices(
      List<T> population, @Nullable Iterable<? extends Object> weights, long k) {
    List<T> result = new PyList<>();
    int n = population.size();
    if (weights == null) {
      for (long i = 0; i < k; i++) {
        result.add(population.get((int) Math.floor(random() * n)));
      }
      return result;
    }
    List<Object> sums = new java.util.ArrayList<>();
    double sum = 0;
    for (Object weight : weights) {
      sum += Numbers.toDouble(weight);
      sums.add(sum);
    }
    return choicesBySums(population, sums, k);
  }

  /** {@code choices(population, cum_weights=, k=)}. */
  public <T extends @Nullable Object> List<T> choicesBySums(
      List<T> population, Iterable<? extends Object> sums, long k) {
    List<T> result = new PyList<>();
    int n = population.size();
    double[] cumulative = new double[n];
    int at = 0;
    for (Object sum : sums) {
      if (at == n) {
        throw new Errors.ValueError("The number of weights does not match the population");
      }
      cumulative[at++] = Numbers.toDouble(sum);
    }
    if (at != n) {
      throw new Errors.ValueError("The number of weights does not match the population");
    }
    double total = cumulative[n - 1];
    if (total <= 0) {
      throw new Errors.ValueError("Total of weights must be greater than zero");
    }
    for (long i = 0; i < k; i++) {
      double x = random() * total;
      int low = 0;
      int high = n - 1;
      while (low < high) {
        int mid = (low + high) / 2;
        if (x < cumulative[mid]) {
          high = mid;
        } else {
          low = mid + 1;
        }
      }
      result.add(population.get(low));
    }
    return result;
  }

  /** {@code uniform(a, b)}. */
  public double uniform(double a, double b) {
    return a + (b - a) * random();
  }

  /** {@code gauss(mu, sigma)}. */
  public double gauss(double mu, double sigma) {
    Double z = nextGauss;
    nextGauss = null;
    if (z == null) {
      double x2pi = random() * 2 * Math.PI;
      double g2rad = Math.sqrt(-2.0 * Math.log(1.0 - random()));
      z = Math.cos(x2pi) * g2rad;
      nextGauss = Math.sin(x2pi) * g2rad;
    }
    return mu + z * sigma;
  }

  /** {@code normalvariate(mu, sigma)}. */
  public double normal(double mu, double sigma) {
    double magic = 4 * Math.exp(-0.5) / Math.sqrt(2.0);
    while (true) {
      double u1 = random();
      double u2 = 1.0 - random();
      double z = magic * (u1 - 0.5) / u2;
      if (z * z / 4.0 <= -Math.log(u2)) {
        return mu + z * sigma;
      }
    }
  }

  /** {@code expovariate(lambda)}. */
  public double exponential(double lambda) {
    return -Math.log(1.0 - random()) / lambda;
  }

  /** {@code triangular(low, high)}. */
  public double triangular(double low, double high, @Nullable Double mode) {
    double u = random();
    double c = mode == null ? 0.5 : (mode - low) / (high - low);
    if (u > c) {
      return high + (low - high) * Math.sqrt((1.0 - u) * (1.0 - c));
    }
    return low + (high - low) * Math.sqrt(u * c);
  }
}
