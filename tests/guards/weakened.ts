import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GUARDS, type Guard } from "./guards.ts";

const FILES = {
  ledger: new URL("../../shared/runs/ledger.ts", import.meta.url),
  crashes: new URL("../../shared/runs/crashes.ts", import.meta.url),
  calls: new URL("../../shared/runs/paid-calls.ts", import.meta.url),
  store: new URL("../support/ledger-model.ts", import.meta.url),
};

/**
 * The text of each file without the guards, by the file's address. @throws Error unless each guard is there exactly
 * once
 */
export function weakened(guards: Guard[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { name, guard, without, file = "ledger" } of guards) {
    const { href } = FILES[file];
    const parts = (texts.get(href) ?? readFileSync(fileURLToPath(href), "utf8")).split(guard);
    if (parts.length !== 2) throw new Error(`The guard “${name}” is ${parts.length - 1} times in ${href}`);
    texts.set(href, parts.join(without));
  }
  return texts;
}

/** @throws Error when there is no such guard */
export function guardNamed(name: string): Guard {
  const found = GUARDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no guard “${name}”.`);
  return found;
}
