import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { type Build, buildsOf, synthesize } from "./support/build.ts";
import { type Owner, signUp } from "./support/client.ts";
import { readOptions } from "./support/options.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { startChangedStack } from "./support/start-changed-stack.ts";
import { median, show, withSpread } from "./support/stats.ts";

const USAGE = `npm run bench:api -- [options]

Requests a second and how long each takes, through one machine's gateway, beside an empty handler behind the same gateway.

  --connections N  requests that wait for an answer at once (8)
  --seconds N      how long each route is asked in each round (5)`;

const ROUTES = ["/api/ai-config", "/api/automation/agents", "/api/conversations", "/api/usage", "/api/account"];
/** The route that changed-stack.ts gives to the empty handler. */
const EMPTY = "/api/openapi.json";

const load = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), failed: z.number() });
type Load = z.infer<typeof load>;

const LOAD = fileURLToPath(new URL("api/load.ts", import.meta.url));
const options = readOptions(USAGE, 3, { connections: "8", seconds: "5" });
const { rounds } = options;
const loads = new Map<string, Load[]>();

announce(
  "bench:api",
  (rounds * (ROUTES.length + 1) * (Number(options.seconds) + 2)) / (options.base === "none" ? 60 : 25),
);
await using set = await buildsOf(options.base);
for (const build of set.builds) await synthesize(build);
for (let round = 1; round <= rounds; round++) for (const build of set.builds) await measure(build, round);
report("bench:api", rows(), options.dry);

async function measure(build: Build, round: number): Promise<void> {
  await using stack = await startChangedStack(build);
  const owner: Owner = await signUp(stack, "owner");
  for (const route of [EMPTY, ...ROUTES]) {
    const seen = ask(`${stack.url}${route}`, route === EMPTY ? "" : owner.token);
    const name = nameOf(route, build);
    loads.set(name, [...(loads.get(name) ?? []), seen]);
    progress(`Round ${round} of ${rounds}, ${name}: ${show(seen.perSecond)} a second`);
    if (seen.failed > 0) throw new Error(`${route} of ${build.name} refused ${seen.failed} requests`);
  }
}

function ask(url: string, token: string): Load {
  const args = [LOAD, url, token, options.connections, options.seconds];
  return load.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
}

function nameOf(route: string, { name }: Build): string {
  return `${route}, ${name}`;
}

function rows(): string[] {
  const cells = [EMPTY, ...ROUTES].flatMap((route) =>
    set.builds.map((build) => {
      const own = loads.get(nameOf(route, build)) ?? [];
      const empty = loads.get(nameOf(EMPTY, build)) ?? [];
      const speed = own.map(({ perSecond }) => perSecond);
      const ofEmpty = median(speed) / median(empty.map(({ perSecond }) => perSecond));
      return [
        route === EMPTY ? "an empty handler" : `GET ${route}`,
        build.name,
        withSpread(speed),
        `${show(ofEmpty)} ×`,
        withSpread(own.map(({ p50 }) => p50)),
        withSpread(own.map(({ p99 }) => p99)),
      ];
    }),
  );
  return table(["route", "build", "requests a second", "of the empty handler", "ms, median", "ms, 99 %"], cells);
}
