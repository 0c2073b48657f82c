package dev.weft.splitter;

/** Methods to be split; each test calls the original and the split one. */
@SuppressWarnings({"StatementSwitchToExpressionSwitch", "UnnecessaryStringBuilder", "UnusedMethod"})
final class Samples {
  private static final int SECRET = Integer.parseInt("7");

  private Samples() {}

  /** The shape that the splitter is for: a loop, a table of opcodes, shared endings. */
  static long interpret(byte[] program, int fuel, long start) {
    long accumulator = start;
    int counter = 0;
    double scale = 0.5;
    int pc = 0;
    int left = fuel;
    while (left-- > 0 && pc < program.length) {
      switch (program[pc++] & 31) {
        case 0 -> accumulator += 1;
        case 1 -> accumulator -= counter;
        case 2 -> accumulator *= 3;
        case 3 -> counter++;
        case 4 -> counter = (int) (accumulator & 7);
        case 5 -> scale = scale * 1.5 + counter;
        case 6 -> accumulator += (long) scale;
        case 7 -> {
          if (counter > 3) {
            pc = 0;
            counter = 0;
          }
        }
        case 8 -> accumulator ^= accumulator << 7;
        case 9 -> accumulator ^= accumulator >>> 9;
        case 10 -> {
          for (int i = 0; i < counter; i++) {
            accumulator = accumulator * 31 + i;
          }
        }
        case 11 -> scale = -scale;
        case 12 -> pc += counter & 1;
        case 13 -> accumulator = counter == 0 ? -accumulator : accumulator / counter;
        case 14 -> accumulator = Long.rotateLeft(accumulator, counter);
        case 15 -> counter = accumulator > 0 ? counter + 2 : counter - 2;
        case 16 -> accumulator += program.length;
        case 17 -> scale = accumulator;
        case 18 -> accumulator = 10 / counter;
        case 19 -> left -= 2;
        default -> accumulator--;
      }
    }
    return accumulator + counter + (long) scale;
  }

  static int nestedLoops(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        if ((i ^ j) == 5) {
          continue;
        }
        for (int k = 0; k < 3; k++) {
          sum += i * j - k;
          if (sum % 97 == 13) {
            break;
          }
        }
      }
    }
    return sum;
  }

  /** Values wait on the operand stack while others are computed. */
  static double values(int a, long b, double c, float d) {
    double x = a * (b > 3 ? c : d) + (a > 2 ? b : c > 1 ? 2 * d : a - b);
    long y = b + (a == 0 ? 1L : b << (a > 7 ? a - 7 : a));
    float z = d * (y > 100 ? x > 0 ? 1.5f : 2.5f : (float) y) - (b < 0 ? (float) x : d);
    return x + y + z + (z > 0 ? y : x);
  }

  static int[] references(int[] given, String text) {
    int[] current = given.clone();
    for (int i = 0; i < text.length(); i++) {
      if (current.length <= i % 5) {
        int[] longer = new int[current.length + 1];
        System.arraycopy(current, 0, longer, 0, current.length);
        current = longer;
      }
      current[i % 5] += text.charAt(i);
    }
    return current;
  }

  static boolean isPrime(int n) {
    if (n < 2) {
      return false;
    }
    for (int i = 2; i * i <= n; i++) {
      if (n % i == 0) {
        return false;
      }
    }
    return true;
  }

  static void fill(int[] target, int seed) {
    int next = seed;
    for (int i = 0; i < target.length; i++) {
      next = next * 1_103_515_245 + 12_345;
      target[i] = next > 0 ? next : next == 0 ? 1 : -next;
    }
  }

  static int sparse(int key) {
    return switch (key) {
      case -1_000_000 -> 1;
      case -5 -> key * 2;
      case 0 -> 3;
      case 7 -> key > 6 ? 4 : 5;
      case 1_000 -> 6;
      case 2_000_000_000 -> key / 3;
      default -> -1;
    };
  }

  /** The shape of an indirect call: nothing but calls, by number. */
  static long calls(int number, long argument) {
    switch (number) {
      case -6:
        return Long.rotateLeft(argument, number);
      case -5:
        return Math.negateExact(argument);
      case 0:
        return Math.abs(argument);
      case 1:
        return Long.highestOneBit(argument);
      case 7:
        return Long.reverse(argument);
      case 1_000:
        return Math.multiplyExact(argument, argument);
      default:
        return Long.rotateLeft(argument, number);
    }
  }

  static int straight(int a, int b) {
    int c = a * 3 + b;
    int d = c ^ (b << 3);
    int e = d - a * c;
    int f = e | (c >>> 2);
    int g = f * f - d;
    int h = g + (e & 255);
    int i = h * 7 - f;
    int j = i ^ (g >> 3);
    int k = j + c * d;
    return k - a + b;
  }

  static int guarded(int n) {
    int result = n > 5 ? n * 3 : n - 7;
    try {
      return result + 100 / n;
    } catch (ArithmeticException e) {
      return -result;
    }
  }

  static int secret(int n) {
    return n > 0 ? SECRET + n : n < -10 ? SECRET - n : SECRET * n;
  }

  static synchronized String built(int n) {
    return new StringBuilder(n > 3 ? "many" : "few").append(n).toString();
  }

  static int locked(Object lock, int n) {
    int result = n > 5 ? n * 3 : n - 7;
    synchronized (lock) {
      return result * n + n;
    }
  }

  static String joined(int n, String text) {
    return n > 3 ? text + n : n < 0 ? n + text : text + text;
  }

  int instance(int n) {
    return n > 3 ? n * 7 + hashCode() : n < 0 ? -n : n ^ (n << 4);
  }
}
