import { SCOPES, search } from "../support/ledger-search.ts";

/** `npm run search` runs the ledger's search at its full size. The suite covers a part of the largest scopes. */
let total = 0;
for (const scope of SCOPES) {
  const { states, broken, path } = search(scope);
  total += states;
  process.stdout.write(`${scope.name}: ${states} situations, ${broken ?? "nothing broken"}\n`);
  for (const step of path) process.stdout.write(`  ${step}\n`);
  if (broken !== undefined) process.exitCode = 1;
}
process.stdout.write(`${total} situations in ${SCOPES.length} scopes\n`);
