import { expect, test } from "vitest";
import { readAuthPayload } from "../../../shared/forwarding/auth-results.ts";
import { cameThrough } from "../../../shared/forwarding/came-through.ts";
import { linksInText } from "../../../shared/forwarding/confirmation/confirmation-links.ts";
import { findConfirmation } from "../../../shared/forwarding/confirmation/find-confirmation.ts";
import { codeOf } from "../../../shared/forwarding/connection-test.ts";
import { hasAuthorsSignature, isFromRewritten } from "../../../shared/forwarding/rewritten-from.ts";
import { keyNames, readSeals } from "../../../shared/forwarding/seals.ts";
import { readTags } from "../../../shared/forwarding/tags.ts";
import { mayBeForwarded, recognizeWay } from "../../../shared/forwarding/ways.ts";
import { knownFacts } from "../../../shared/mail/facts.ts";
import { worstOf } from "../../support/exponents.ts";
import { facts, header } from "../../support/mail-functions/feeding.ts";

/** See tests/shared/mail/linear.test.ts. */
const MOST = 1.6;

const GMAIL = "forwarding-noreply@google.com";
const all = (text: string) => {
  const headers = ["arc-seal", "received", "list-id", "to", "delivered-to", "dkim-signature", "subject"].map((name) =>
    header(name, text),
  );
  return { headers, envelope_from: text };
};
const through = { address: "support@acme.example", way: "gmail", sealer: "x.example" } as const;

test.each<[string, (text: string) => unknown]>([
  ["readTags", readTags],
  ["readAuthPayload", readAuthPayload],
  ["seals", (text) => [readSeals(all(text).headers), keyNames(all(text).headers)]],
  ["ways", (text) => [recognizeWay(all(text)), mayBeForwarded(all(text), "a@agents.example")]],
  ["cameThrough", (text) => cameThrough(all(text).headers, [through])],
  ["codeOf", (text) => codeOf(all(text).headers, text)],
  ["links", linksInText],
  [
    "confirmations",
    (text) =>
      findConfirmation({
        from: GMAIL,
        subject: text,
        text,
        links: [text, `https://mail.google.com/${text}`],
        agent: "a@b.example",
      }),
  ],
  [
    "From",
    (text) => [isFromRewritten(knownFacts({ ...facts(text), through })), hasAuthorsSignature(knownFacts(facts(text)))],
  ],
])("the time of %s grows linearly with the length of a stranger's text", async (name, fn) => {
  const worst = await worstOf(name, fn, MOST);
  if (worst !== undefined) expect(worst.exponent, `${worst.piece}, ${worst.shape}`).toBeLessThan(MOST);
});
