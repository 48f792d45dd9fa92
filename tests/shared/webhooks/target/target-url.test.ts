import { expect, test } from "vitest";
import { targetFault } from "../../../../shared/webhooks/target/target-url.ts";

const rules = { ownHosts: ["app.latchkey.dev", "abc.execute-api.us-east-1.amazonaws.com"], localTargets: false };
const local = { ...rules, localTargets: true };

test.each([
  "https://shop.com/hook",
  "https://shop.com:443/hook?token=1",
  "https://shop.com:8443",
  "https://SHOP.com./hook",
  "https://m\u00fcnchen.de/hook",
  "https://1.1.1.1/hook",
  "https://[2606:4700:4700::1111]/hook",
  "https://notapp.latchkey.dev.shop.com/",
])("%s may be a target", (url) => {
  expect(targetFault(url, rules)).toBeUndefined();
});

test.each([
  ["http://shop.com/hook", "https://"],
  ["ftp://shop.com/hook", "https://"],
  ["javascript:alert(1)", "https://"],
  ["shop.com/hook", "must be a URL"],
  ["", "must be a URL"],
  ["https://", "must be a URL"],
  ["https://shop.com:22/", "port"],
  ["https://shop.com:80/", "port"],
  ["https://shop.com:9200/", "port"],
  ["https://user@shop.com/", "user name"],
  ["https://user:pass@shop.com/", "user name"],
  ["https://:pass@shop.com/", "user name"],
  ["https://localhost/", "public Internet"],
  ["https://localhost./", "public Internet"],
  ["https://LOCALHOST/", "public Internet"],
  ["https://a.localhost/", "public Internet"],
  ["https://printer/", "public Internet"],
  ["https://printer.local/", "public Internet"],
  ["https://metadata.google.internal/", "public Internet"],
  ["https://router.home.arpa/", "public Internet"],
  ["https://127.0.0.1/", "private"],
  ["https://127.1/", "private"],
  ["https://127.0.0.1./", "private"],
  ["https://2130706433/", "private"],
  ["https://0x7f000001/", "private"],
  ["https://0177.0.0.1/", "private"],
  ["https://0x7f.0.0.0x1/", "private"],
  ["https://169.254.169.254/latest/meta-data/", "private"],
  ["https://2852039166/", "private"],
  ["https://%31%36%39.254.169.254/", "private"],
  ["https://\uff11\uff12\uff17.0.0.1/", "private"],
  ["https://127\u30020\u30020\u30021/", "private"],
  ["https://0/", "private"],
  ["https://[::1]/", "private"],
  ["https://[::]/", "private"],
  ["https://[::ffff:169.254.169.254]/", "private"],
  ["https://[::ffff:a9fe:a9fe]/", "private"],
  ["https://[64:ff9b::169.254.169.254]/", "private"],
  ["https://[2002:a9fe:a9fe::]/", "private"],
  ["https://[fd00:ec2::254]/", "private"],
  ["https://app.latchkey.dev/api/webhooks", "Latchkey itself"],
  ["https://APP.latchkey.dev./", "Latchkey itself"],
  ["https://x.app.latchkey.dev/", "Latchkey itself"],
  ["https://abc.execute-api.us-east-1.amazonaws.com/", "Latchkey itself"],
  [`https://shop.com/${"a".repeat(2_000)}`, "characters"],
])("%s may not", (url, why) => {
  expect(targetFault(url, rules)).toContain(why);
});

test("one machine may call itself, by http and on any port, and nothing else of its network", () => {
  for (const url of ["http://localhost:4000/hook", "http://127.0.0.1:80/", "https://[::1]:4000/"]) {
    expect(targetFault(url, local), url).toBeUndefined();
    expect(targetFault(url, rules), url).toBeDefined();
  }
  for (const url of ["http://192.168.1.7/", "http://169.254.169.254/", "http://shop.com/", "http://u:p@localhost/"]) {
    expect(targetFault(url, local), url).toBeDefined();
  }
});
