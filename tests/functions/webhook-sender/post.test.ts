import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Network, post } from "../../../functions/webhook-sender/post.ts";
import { lookUpWith } from "../../../functions/webhook-sender/resolve.ts";
import { startDnsStub } from "../../support/dns-stub.ts";
import { CERTIFICATE, type Receiver, startReceiver } from "../../support/receiver.ts";

const OWN = "app.latchkey.dev";
let dns: Awaited<ReturnType<typeof startDnsStub>>;
let receiver: Receiver;
/** As the deployed sender has it, but with a name server of the test's. */
let deployed: Network;
/** As if this machine's first address were a public one, on any port. */
let network: Network;
const sent = (url: string) => ({ url, headers: { "content-type": "application/json" }, body: '{"a":"\u00fc"}' });

beforeAll(async () => {
  dns = await startDnsStub({});
  deployed = { ownHosts: [OWN], localTargets: false, lookUp: lookUpWith([dns.address]) };
});
afterAll(() => dns.stop());
beforeEach(async () => {
  receiver = await startReceiver({ tls: true });
  for (const name of Object.keys(dns.zone)) delete dns.zone[name];
  dns.zone["hooks.shop.com A"] = ["127.0.0.1"];
  // The target keeps the port that the rules allow, and the name server's address leads to the receiver.
  network = {
    ...deployed,
    ca: CERTIFICATE,
    isAllowed: (address) => address === "127.0.0.1",
    portFor: () => receiver.port,
  };
});
afterEach(() => receiver.stop());

const URL_OF_HOOK = "https://hooks.shop.com/hook?x=1";

describe("a call", () => {
  test("goes to the address of the name, with its own name, body and path", async () => {
    receiver.status(200, {}, "thank you");
    expect(await post(sent(URL_OF_HOOK), network)).toEqual({ status: 200, retryAfter: undefined, text: "thank you" });
    expect(receiver.calls).toMatchObject([{ url: "/hook?x=1", host: "hooks.shop.com", body: '{"a":"\u00fc"}' }]);
    expect(receiver.calls[0]?.headers).toMatchObject({ "content-length": "10", connection: "close" });
  });

  test("brings the status and the pause that a receiver asks for", async () => {
    receiver.status(503, { "retry-after": "120" });
    expect(await post(sent(URL_OF_HOOK), network)).toMatchObject({ status: 503, retryAfter: "120" });
  });

  test("follows no redirect, wherever it leads", async () => {
    for (const location of ["https://169.254.169.254/", "http://127.0.0.1/", URL_OF_HOOK]) {
      receiver.status(307, { location });
      expect(await post(sent(URL_OF_HOOK), network)).toMatchObject({ status: 307 });
    }
    expect(receiver.calls).toHaveLength(3);
  });

  test("keeps the first kilobyte of an answer of one megabyte, and hangs up early", async () => {
    receiver.status(200, {}, "a".repeat(1024 * 1024));
    const { status, text } = await post(sent(URL_OF_HOOK), network);
    expect([status, text]).toEqual([200, "a".repeat(1_024)]);
  });

  test("counts by its status where the answer does not end, and is cut off", async () => {
    const closed = Promise.withResolvers<void>();
    receiver.answer((_request, response) => {
      response.writeHead(200);
      const more = () => response.write("b".repeat(4_096)) && setImmediate(more);
      response.on("drain", more);
      response.on("close", closed.resolve);
      response.on("error", () => {});
      more();
    });
    expect(await post(sent(URL_OF_HOOK), network)).toMatchObject({ status: 200 });
    await closed.promise;
  });

  test("that is answered byte by byte ends with its time, and counts by its status", async () => {
    receiver.answer((_request, response) => response.writeHead(200).write("."));
    expect(await post(sent(URL_OF_HOOK), { ...network, callMs: 300 })).toEqual({
      ...{ status: 200, retryAfter: undefined, text: "." },
    });
  });
});

describe("no call reaches", () => {
  const refused = (url: string, failure: string, by: Network = network) =>
    expect(post(sent(url), by)).rejects.toMatchObject({ failure });

  test.each([
    "https://169.254.169.254/latest/meta-data/",
    "https://[::ffff:169.254.169.254]/",
    "https://2130706433/",
    "https://localhost/",
    "http://hooks.shop.com/",
    "https://hooks.shop.com:9200/",
    "https://u:p@hooks.shop.com/",
    `https://${OWN}/api/agents`,
  ])("%s, though its owner could store it once", (url) => refused(url, "bad_url", deployed));

  test.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.3.4", "192.168.0.1", "224.0.0.1"])(
    "a public name that leads to %s",
    async (address) => {
      dns.zone["inside.shop.com A"] = [address];
      await refused("https://inside.shop.com/", "refused_address", deployed);
    },
  );

  test.each(["0000:0000:0000:0000:0000:ffff:a9fe:a9fe", "fd00:0ec2:0000:0000:0000:0000:0000:0254"])(
    "a public name that leads to %s beside a public address",
    async (address) => {
      dns.zone["inside.shop.com A"] = ["1.1.1.1"];
      dns.zone["inside.shop.com AAAA"] = [address];
      await refused("https://inside.shop.com/", "refused_address", deployed);
    },
  );

  test("another address than the one that was checked: the name is looked up once", async () => {
    let asked = 0;
    const inside = await startReceiver({ tls: true, address: "127.0.0.66" });
    Object.defineProperty(dns.zone, "flips.shop.com A", {
      configurable: true,
      enumerable: true,
      get: () => [++asked === 1 ? "127.0.0.1" : "127.0.0.66"],
    });
    expect(await post(sent("https://flips.shop.com/"), network)).toMatchObject({ status: 204 });
    expect(asked).toBe(1);
    // The next call looks again, and finds that the name now leads inside.
    await refused("https://flips.shop.com/", "refused_address");
    expect([receiver.calls.length, inside.calls.length]).toEqual([1, 0]);
    await inside.stop();
  });

  test("a name that does not exist", () => refused("https://nobody.shop.com/", "no_such_name"));

  test("a receiver whose certificate is self-signed, or for another name", async () => {
    await refused(URL_OF_HOOK, "certificate", { ...network, ca: undefined });
    dns.zone["other.shop.com A"] = ["127.0.0.1"];
    await refused("https://other.shop.com/", "certificate");
    expect(receiver.calls).toEqual([]);
  });

  test("a port where nobody listens", async () => {
    const port = receiver.port;
    await receiver.stop();
    await refused(URL_OF_HOOK, "connection_refused", { ...network, portFor: () => port });
    receiver = await startReceiver();
  });

  test("what never answers, never greets, or speaks no HTTP", async () => {
    receiver.answer(() => {});
    await refused(URL_OF_HOOK, "timeout", { ...network, callMs: 300 });
    const silent = createServer(() => {});
    const rude = createServer((socket) => socket.end("220 mail.shop.com ESMTP\r\n"));
    for (const [server, failure] of [
      [silent, "timeout"],
      [rude, "certificate"],
    ] as const) {
      const listening = Promise.withResolvers<void>();
      server.listen(0, "127.0.0.1", listening.resolve);
      await listening.promise;
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      await refused(URL_OF_HOOK, failure, { ...network, portFor: () => port, callMs: 300 });
      server.close();
    }
  });

  test("more headers than Node takes", async () => {
    receiver.answer((_request, response) => response.writeHead(200, { "x-long": "a".repeat(64 * 1024) }).end());
    await refused(URL_OF_HOOK, "not_http");
  });
});
