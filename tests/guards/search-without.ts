import { registerHooks } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import type { Found, Scope } from "../support/ledger-search.ts";
import { guardNamed, weakened } from "./weakened.ts";

/** The first finding and its scope, or, after all scopes, that nothing was found. */
export type Outcome = { scope: string; found: Found };

/** Small scopes first: the effect of a missing guard shows early, and there are many guards. */
const SCOPES: Scope[] = [
  { name: "one delivery", deliveries: 1, faults: 3, actions: 0, jumps: 2 },
  { name: "one delivery that crashes", deliveries: 1, faults: 1, actions: 0, jumps: 4 },
  { name: "two deliveries", deliveries: 2, faults: 2, actions: 0, jumps: 2 },
  { name: "a draft", deliveries: 1, faults: 0, actions: 3, jumps: 0, modes: ["draft"] },
  { name: "a draft between two deliveries", deliveries: 2, faults: 0, actions: 1, jumps: 1, modes: ["draft"] },
  { name: "a test mail", deliveries: 1, faults: 1, actions: 1, jumps: 1, isTest: true },
  { name: "an action", deliveries: 1, faults: 1, actions: 1, jumps: 2 },
  { name: "an action between two deliveries", deliveries: 2, faults: 1, actions: 1, jumps: 1 },
  { name: "a draft and a crash", deliveries: 1, faults: 1, actions: 2, jumps: 1, modes: ["draft"] },
  { name: "two actions", deliveries: 1, faults: 1, actions: 2, jumps: 2 },
];

/* Runs in a thread: searches the scopes without the named guards until a promise breaks. */
const texts = weakened(z.array(z.string()).parse(workerData).map(guardNamed));
registerHooks({
  load(url, context, next) {
    const source = texts.get(url);
    return source === undefined ? next(url, context) : { ...next(url, context), source };
  },
});
// Loaded only now, so that the search gets the weakened ledger.
const { search } = await import("../support/ledger-search.ts");
let outcome: Outcome | undefined;
for (const scope of SCOPES) {
  outcome = { scope: scope.name, found: search(scope) };
  if (outcome.found.broken !== undefined) break;
}
parentPort?.postMessage(outcome);
