import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DnsServer, startDns } from "../../../local/dns/dns-server.ts";
import { Zone } from "../../../local/dns/zone.ts";

const zone = new Zone(undefined);
const resolver = new Resolver({ timeout: 500, tries: 1 });
let server: DnsServer;
beforeAll(async () => {
  server = await startDns(zone);
  resolver.setServers([server.address]);
});
afterAll(() => server.stop());

test("records are answered by name, in any case, and an alias is followed", async () => {
  zone.put([
    { name: "shop.example", type: "TXT", values: ["one", ["two ", "parts"]] },
    { name: "shop.example", type: "MX", values: ["10 mx.shop.example", "20 mx2.shop.example"] },
    { name: "www.shop.example", type: "CNAME", values: ["shop.example"] },
  ]);
  expect(await resolver.resolveTxt("SHOP.example")).toEqual([["one"], ["two ", "parts"]]);
  expect(await resolver.resolveTxt("www.shop.example")).toHaveLength(2);
  expect(await resolver.resolveCname("www.shop.example")).toEqual(["shop.example"]);
  expect((await resolver.resolveMx("shop.example")).map(({ exchange }) => exchange).sort()).toEqual([
    "mx.shop.example",
    "mx2.shop.example",
  ]);
});

test("a name that is not there, one without such a record, and a server at fault are told apart", async () => {
  zone.put([
    { name: "a.example", type: "MX", values: ["10 mx.a.example"] },
    { name: "fail.example", type: "TXT", values: [], fault: "SERVFAIL" },
    { name: "refuse.example", type: "TXT", values: [], fault: "REFUSED" },
    { name: "silent.example", type: "TXT", values: [], fault: "silent" },
  ]);
  await expect(resolver.resolveTxt("never.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
  await expect(resolver.resolveTxt("a.example")).rejects.toMatchObject({ code: "ENODATA" });
  await expect(resolver.resolveTxt("fail.example")).rejects.toMatchObject({ code: "ESERVFAIL" });
  await expect(resolver.resolveTxt("refuse.example")).rejects.toMatchObject({ code: "EREFUSED" });
  await expect(resolver.resolveTxt("silent.example")).rejects.toMatchObject({ code: "ETIMEOUT" });
});

test("an answer that is too long for UDP is fetched by TCP, and a long text is cut into strings", async () => {
  const long = "x".repeat(700);
  zone.put([{ name: "long.example", type: "TXT", values: [long, ...Array(10).fill("y".repeat(200))] }]);
  const found = await resolver.resolveTxt("long.example");
  expect(found).toHaveLength(11);
  expect(found.map((parts) => parts.join(""))).toContain(long);
});

test("what is no query does not end the server", async () => {
  const socket = createSocket("udp4");
  const port = Number(server.address.split(":")[1]);
  await new Promise((resolve) => socket.send(Buffer.from("not a query"), port, "127.0.0.1", resolve));
  socket.close();
  zone.put([{ name: "still.example", type: "TXT", values: ["here"] }]);
  expect(await resolver.resolveTxt("still.example")).toEqual([["here"]]);
});

test("records that are kept in a folder are there after a restart, and removed ones are not", () => {
  const folder = mkdtempSync(join(tmpdir(), "zone-"));
  const first = new Zone(folder);
  first.put([
    { name: "a.example", type: "TXT", values: ["kept"] },
    { name: "b.example", type: "TXT", values: ["removed"] },
  ]);
  first.put([{ name: "b.example", type: "TXT", values: [] }]);
  expect(new Zone(folder).all()).toEqual([{ name: "a.example", type: "TXT", values: ["kept"] }]);
});
