import { Agent, request } from "node:http";
import { buffer, text } from "node:stream/consumers";
import type { Exchange } from "./recorder.ts";

/**
 * The least that a mail can cost: the calls that the runner made of one mail, sent again by plain HTTP, one after the other,
 * and nothing else. As `node floor.ts URL AT_ONCE WARM_UP MAILS`, the exchanges as JSON on stdin; prints the CPU time.
 */
const [url = "", atOnce = "1", warmUp = "0", mails = "1"] = process.argv.slice(2);
const exchanges: Exchange[] = JSON.parse(await text(process.stdin));
const calls = exchanges.map(({ method, path, headers, body }, at) => ({
  path,
  options: { method, headers: { ...headers, host: new URL(url).host, "x-exchange": String(at) } },
  body: Buffer.from(body, "base64"),
}));
const agent = new Agent({ keepAlive: true });

await answerAll(Number(warmUp));
const from = process.cpuUsage();
await answerAll(Number(mails));
const { user, system } = process.cpuUsage(from);
process.stdout.write(`CPU ${(user + system) / 1000}\n`);
process.exit(0);

async function answerAll(count: number): Promise<void> {
  for (let done = 0; done < count; done += Number(atOnce)) {
    await Promise.all(Array.from({ length: Number(atOnce) }, answerOne));
  }
}

async function answerOne(): Promise<void> {
  for (const { path, options, body } of calls) {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    request(new URL(path, url), { ...options, agent }, (response) => buffer(response).then(resolve, reject))
      .on("error", reject)
      .end(body);
    await promise;
  }
}
