import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stubOf } from "../../../local/provider-stub/stubs.ts";
import type { Refusal } from "../../../shared/providers/api.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { failure, PROVIDERS } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

let server: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});

/** Each error that a provider documents, in its own form, once for each code of the row. */
const published = await Promise.all(
  PROVIDERS.map(async (provider) => {
    const { refusals } = await loadProvider(provider);
    const each = refusals.flatMap((row) => (row.codes ?? [undefined]).map((code) => ({ row, code })));
    return { provider, each };
  }),
);

describe.each(published)("the refusals of $provider", ({ provider, each }) => {
  it("are mapped row by row to their meaning, after one call", async () => {
    for (const { row, code } of each) {
      const message = row.message ?? "No.";
      server.say({ status: row.status, body: stubOf(provider).failure({ status: row.status, message, code }) });
      expect((await failure(provider)).code, `${row.status} ${code} ${message}`).toBe(row.means);
      expect(server.calls).toBe(1);
    }
  });

  it("have a message in every row that matches by text", () => {
    const silent = each
      .map(({ row }) => row)
      .filter(({ text, message = "" }: Refusal) => text?.test(message) === false);
    expect(silent).toEqual([]);
  });
});
