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
          case String s -> ofText(s);
          case Double d -> BigInteger.valueOf(PyHash.of(d));
          default ->
              throw new Errors.TypeError(
                  "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
        });
  }

  private static BigInteger ofText(String s) {
    try {
      byte[] text = s.getBytes(StandardCharsets.UTF_8);
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

  /** {@code getrandbits(k)}, up to 63. */
  public long bits(long k) {
    return k == 0 ? 0 : twister.bits((int) k);
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
    if (items.isEmpty()) {
      throw new Errors.IndexError("Cannot choose from an empty sequence");
    }
    return items.get((int) below(items.size()));
  }

  /** {@code choice(text)}. */
  public String choice(String text) {
    return Strs.get(text, below(Strs.len(text)));
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
    double[] cumulative = new double[n];
    double total = 0;
    int at = 0;
    for (Object weight : weights) {
      total += Numbers.toDouble(weight);
      cumulative[at++] = total;
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
      double g2rad = Math.sqrt(-2.0 * StrictMath.log(1.0 - random()));
      z = StrictMath.cos(x2pi) * g2rad;
      nextGauss = StrictMath.sin(x2pi) * g2rad;
    }
    return mu + z * sigma;
  }

  /** {@code normalvariate(mu, sigma)}. */
  public double normal(double mu, double sigma) {
    double magic = 4 * StrictMath.exp(-0.5) / Math.sqrt(2.0);
    while (true) {
      double u1 = random();
      double u2 = 1.0 - random();
      double z = magic * (u1 - 0.5) / u2;
      if (z * z / 4.0 <= -StrictMath.log(u2)) {
        return mu + z * sigma;
      }
    }
  }

  /** {@code expovariate(lambda)}. */
  public double exponential(double lambda) {
    return -StrictMath.log(1.0 - random()) / lambda;
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
