import { Agent, request } from "node:http";
import { median, quantile } from "../support/stats.ts";

/**
 * Asks one route as fast as it is answered, as `node load.ts URL TOKEN CONNECTIONS SECONDS`: a process of its own, so that
 * asking does not slow what is asked. Prints one line of JSON.
 */
const [url = "", token = "", connections = "8", seconds = "5"] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
const WARM_UP_MS = 1_000;

const begin = performance.now() + WARM_UP_MS;
const end = begin + Number(seconds) * 1000;
const times: number[] = [];
let failed = 0;

function ask(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request(url, { agent, headers }, (response) => {
    response.on("end", () => resolve(response.statusCode ?? 0)).on("error", reject);
    response.resume();
  })
    .on("error", reject)
    .end();
  return promise;
}

async function keepAsking(): Promise<void> {
  while (performance.now() < end) {
    const begun = performance.now();
    const status = await ask();
    if (begun < begin) continue;
    if (status >= 400) failed += 1;
    times.push(performance.now() - begun);
  }
}

await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
const perSecond = times.length / Number(seconds);
process.stdout.write(`${JSON.stringify({ perSecond, p50: median(times), p99: quantile(times, 0.99), failed })}\n`);
agent.destroy();
