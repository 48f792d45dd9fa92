import { text } from "node:stream/consumers";
import * as z from "zod/mini";
import { redirectFetch } from "../../local/functions/provider-seam.ts";

/**
 * Works batches of mails with a runner's bundle, as Lambda does, in a process of its own, whose environment is the function's.
 * Reads one line of JSON from stdin, and prints the CPU time that the measured batches took, in milliseconds.
 */
const record = z.looseObject({ messageId: z.string(), body: z.string() });
const input = z.object({
  /** The address of the bundle's index.mjs. */
  url: z.string(),
  /** Where a stub of the providers answers. */
  stub: z.string(),
  warmUp: z.array(z.array(record)),
  measured: z.array(z.array(record)),
});
const failures = z.object({ batchItemFailures: z.array(z.unknown()) });

const { url, stub, warmUp, measured } = input.parse(JSON.parse(await text(process.stdin)));
// Beside this, the bundle meets nothing that it would not meet in the cloud.
globalThis.fetch = redirectFetch(globalThis.fetch, { stub, jwks: {} });
const { handler }: { handler: (event: object, context: object) => Promise<unknown> } = await import(url);
const context = { awsRequestId: "bench", getRemainingTimeInMillis: () => 300_000 };

for (const batch of warmUp) await work(batch);
const from = process.cpuUsage();
for (const batch of measured) await work(batch);
const { user, system } = process.cpuUsage(from);
process.stdout.write(`CPU ${(user + system) / 1000}\n`);
process.exit(0);

async function work(Records: object[]): Promise<void> {
  const { batchItemFailures } = failures.parse(await handler({ Records }, context));
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} mails of a batch were not worked`);
}
