import { expect, it } from "vitest";
import { SCOPES, search } from "../../support/ledger-search.ts";

// `npm run search` covers all of each scope.
it.each(SCOPES.map(({ short, ...scope }) => ({ ...scope, ...short })))(
  "keeps every promise over all interleavings of $name: $deliveries deliveries, $faults faults, $actions actions of the owner",
  (scope) => {
    const { states, broken, path } = search(scope);
    console.log(`${scope.name}: ${states} states`);
    expect({ broken, path }).toEqual({ broken: undefined, path: [] });
    expect(states).toBeGreaterThan(1_000);
  },
);
