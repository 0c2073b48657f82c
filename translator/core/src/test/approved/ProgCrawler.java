package approved;

import dev.weft.python.AsyncSemaphore;
import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Dicts;
import dev.weft.python.Errors.PyException;
import dev.weft.python.Format;
import dev.weft.python.Gathering;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.PyList;
import dev.weft.python.PySet;
import dev.weft.python.Repr;
import dev.weft.python.Unhashable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A crawler with bounded concurrency over a made-up site. */
public final class ProgCrawler {
  static final Map<String, List<String>> SITE =
      Dicts.of(
          "/",
          Lists.of("/a", "/b"),
          "/a",
          Lists.of("/a/1", "/a/2", "/"),
          "/b",
          Lists.of("/b/1", "/missing"),
          "/a/1",
          new PyList<>(),
          "/a/2",
          Lists.of("/b"),
          "/b/1",
          Lists.of("/a/1"));

  private ProgCrawler() {}

  record Page(String url, long depth, List<String> links) implements Repr, Unhashable {
    @Override
    public String repr() {
      return "Page(url=" + Py.repr(url) + ", depth=" + depth + ", links=" + Py.repr(links) + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  static class NotFound extends PyException {
    private static final long serialVersionUID = 1L;
    final String url;

    NotFound(String url) {
      super("404: " + url);
      this.url = url;
    }
  }

  static class Crawler {
    final Map<String, List<String>> site;
    final AsyncSemaphore semaphore;
    final Map<String, Page> pages;
    final List<String> errors;
    final Set<String> seen;

    Crawler(Map<String, List<String>> site, long limit) {
      this.site = site;
      this.semaphore = new AsyncSemaphore(limit, false);
      this.pages = new PyDict<>();
      this.errors = new PyList<>();
      this.seen = new PySet<>();
    }

    List<String> fetch(String url) {
      this.semaphore.acquire();
      try {
        Asyncio.sleep(0.001);
        if (!this.site.containsKey(url)) {
          throw new NotFound(url);
        }
        return Dicts.get(this.site, url);
      } finally {
        this.semaphore.release();
      }
    }

    void crawl(String url, long depth) {
      if (this.seen.contains(url)) {
        return;
      }
      this.seen.add(url);
      List<String> links;
      try {
        links = fetch(url);
      } catch (NotFound e) {
        this.errors.add(e.url);
        return;
      }
      this.pages.put(url, new Page(url, depth, Lists.copy(links)));
      List<Coroutine<Void>> items = new PyList<>();
      for (String link : links) {
        items.add(Coroutine.of(() -> crawl(link, Math.addExact(depth, 1))));
      }
      Gathering.gather(items).await();
    }

    void report() {
      for (String url : Lists.sorted(this.pages.keySet())) {
        Page page = Dicts.get(this.pages, url);
        Py.print(page.depth() + " " + Format.of(url, "<6") + " " + Py.len(page.links()) + " links");
      }
      Py.print(Py.len(this.pages) + " pages, errors: " + Py.str(this.errors));
    }
  }

  static void main() {
    Crawler crawler = new Crawler(SITE, 2);
    crawler.crawl("/", 0);
    crawler.report();
  }

  public static void main(String[] args) {
    Program.main("prog_crawler.py", args, ProgCrawler::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
