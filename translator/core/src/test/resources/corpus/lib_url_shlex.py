import shlex
from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlparse

u = urlparse("https://user@example.com:8080/a/b?x=1&y=two%20words#frag")
print(u.scheme, u.netloc, u.path, u.query, u.fragment, u.hostname, u.port)
print(parse_qs(u.query), u.geturl() == "https://user@example.com:8080/a/b?x=1&y=two%20words#frag")
print(quote("a b/c?d=é"), unquote("a%20b%2Fc"), urlencode({"q": "a b", "n": 5}))
print(urljoin("http://h/a/b", "c"), urljoin("http://h/a/b", "/d"), urljoin("http://h/a/", "http://o/x"))
print(shlex.split("cp 'my file' dest --flag=\"x y\""), shlex.quote("it's"), shlex.join(["a b", "c"]))
