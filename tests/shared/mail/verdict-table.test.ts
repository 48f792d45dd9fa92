import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import { PASSED, personsMail } from "./person.ts";

const VALUES = ["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"] as const;
type Value = (typeof VALUES)[number];

const WORDS = { answer: "answer", dmarc_fail: "skip", unproven_sender: "hold", verdict_missing: "hold (unchecked)" };

/** The decision on Alice's mail with these verdicts, if the envelope and the signature name `domain`. */
function outcome(spf: Value, dkim: Value, dmarc: Value, domain: string): string {
  const value = `amazonses.com; dkim=${dkim === "PASS" ? "pass" : "none"} header.i=@${domain};`;
  const decision = decide(
    personsMail({
      envelope_from: `alice@${domain}`,
      verdicts: { ...PASSED, spf, dkim, dmarc },
      headers: [{ name: "authentication-results", value }],
    }),
  );
  return new Map(Object.entries(WORDS)).get(decision.action === "answer" ? "answer" : decision.reason) ?? "?";
}

/** The 64 combinations, each with an envelope and a signature of the author's domain and of another domain. */
function table(): string {
  const rows = VALUES.flatMap((spf) =>
    VALUES.map((dkim) => {
      const cells = VALUES.map((dmarc) => {
        const both = ["customer.example", "mailer.example"].map((domain) => outcome(spf, dkim, dmarc, domain));
        return [...new Set(both)].join(" / ");
      });
      return `| ${[spf, dkim, ...cells].join(" | ")} |`;
    }),
  );
  const head = ["SPF", "DKIM", ...VALUES.map((value) => `DMARC ${value}`)];
  return [`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...rows].join("\n");
}

test("the page of mail rules shows the decision for each combination of verdicts", async () => {
  expect(await readFile("docs/mail-rules.md", "utf8")).toContain(table());
});
