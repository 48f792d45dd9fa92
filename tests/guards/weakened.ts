import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GUARDS, type Guard } from "./guards.ts";

const FILES = {
  ledger: new URL("../../shared/runs/ledger.ts", import.meta.url),
  crashes: new URL("../../shared/runs/crashes.ts", import.meta.url),
  calls: new URL("../../shared/runs/paid-calls.ts", import.meta.url),
  store: new URL("../support/ledger-model.ts", import.meta.url),
};

/** By address of a file: its text without the guards. @throws Error unless each stands there exactly once */
export function weakened(guards: Guard[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { name, guard, without, file = "ledger" } of guards) {
    const { href } = FILES[file];
    const parts = (texts.get(href) ?? readFileSync(fileURLToPath(href), "utf8")).split(guard);
    if (parts.length !== 2) throw new Error(`The guard “${name}” stands ${parts.length - 1} times in ${href}`);
    texts.set(href, parts.join(without));
  }
  return texts;
}

/** @throws Error where there is none */
export function guardNamed(name: string): Guard {
  const found = GUARDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no guard “${name}”.`);
  return found;
}
