import { expect, it } from "vitest";
import { SCOPES, search } from "../../support/ledger-search.ts";

it.each(SCOPES)(
  "keeps every promise over all interleavings of $name: $deliveries deliveries, $faults faults, $words words of the owner",
  (scope) => {
    const { states, broken, path } = search(scope);
    console.log(`${scope.name}: ${states} states`);
    expect({ broken, path }).toEqual({ broken: undefined, path: [] });
    expect(states).toBeGreaterThan(1_000);
  },
  120_000,
);
