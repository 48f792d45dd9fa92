import { expect, test } from "vitest";
import type { DnsAnswer } from "../../../shared/domains/dns.ts";
import { judge } from "../../../shared/domains/judge.ts";
import { recordsOf, type WantedRecord } from "../../../shared/domains/records.ts";

const ROW = {
  user_id: "alice",
  domain: "bakery.example",
  claim_id: "claim1",
  token: "abc",
  state: "proven",
  dkim_tokens: ["t1", "t2", "t3"],
} as const;
const TOKEN = "latchkey-verification=abc";
const FEEDBACK = "feedback-smtp.eu-west-1.amazonses.com";
const INBOUND = "inbound-smtp.eu-west-1.amazonaws.com";

function wanted(id: string): WantedRecord {
  const at = "2026-11-29T06:00:00.000Z";
  const rest = { sightings: 0, absences: 0, signing: "none", can_send: false, can_receive: false } as const;
  const row = { ...rest, ...ROW, seen: [], catch_all_agent: null, checks: 0, created_at: at, next_check_at: at };
  const records = recordsOf({ ...row, check_shard: "0", dkim_tokens: [...ROW.dkim_tokens] }, "eu-west-1", true);
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test.each<[id: string, answers: DnsAnswer[], finding: string]>([
  ["proof", [[TOKEN]], "found"],
  ["proof", [["other=1", TOKEN, "latchkey-verification=another-owner"]], "found"],
  ["proof", [[`"${TOKEN}"`]], "found"],
  ["proof", [[` ${TOKEN} `]], "found"],
  ["proof", [["latchkey-verification=ab"]], "wrong"],
  ["proof", [[`${TOKEN}d`]], "wrong"],
  ["proof", [["LATCHKEY-VERIFICATION=ABC"]], "wrong"],
  ["proof", [["latchkey-verification"]], "wrong"],
  ["proof", [[]], "missing"],
  ["proof", ["failed"], "unsure"],
  ["proof", [[TOKEN], []], "unsure"],
  ["proof", [[TOKEN], "failed", [TOKEN]], "found"],
  ["proof", [[], "failed"], "missing"],
  ["proof", [], "unsure"],
  ["dkim2", [["t2.dkim.amazonses.com"]], "found"],
  ["dkim2", [["T2.dkim.amazonses.com."]], "found"],
  ["dkim2", [["t1.dkim.amazonses.com"]], "wrong"],
  ["dkim2", [["t2.dkim.amazonses.com.bakery.example"]], "wrong"],
  ["dmarc", [["v=DMARC1; p=reject; rua=mailto:x@bakery.example"]], "found"],
  ["dmarc", [["v=DMARC1;p=none"]], "found"],
  ["dmarc", [["v=DMARC1"]], "wrong"],
  ["dmarc", [["v=DMARC1; p=none", "v=DMARC1; p=reject"]], "wrong"],
  ["dmarc", [["google-site-verification=1"]], "missing"],
  ["bounce_spf", [["v=spf1 include:amazonses.com -all"]], "found"],
  ["bounce_spf", [["v=spf1 include:_spf.google.com ~all"]], "wrong"],
  ["bounce_spf", [["v=spf1 include:amazonses.com ~all", "v=spf1 a ~all"]], "wrong"],
  ["bounce_mx", [[`10 ${FEEDBACK}`]], "found"],
  ["bounce_mx", [[`0 ${FEEDBACK}.`]], "found"],
  ["bounce_mx", [[`10 ${FEEDBACK}`, "20 mx.bakery.example"]], "wrong"],
  ["mx", [[`10 ${INBOUND}`]], "found"],
  ["mx", [["1 smtp.google.com"]], "wrong"],
  ["mx", [[`10 ${INBOUND}`, "20 mx.bakery.example"]], "wrong"],
  ["mx", [[]], "missing"],
])("the record %s is, when DNS says %j, %s", (id, answers, finding) => {
  expect(judge(wanted(id), answers).finding).toBe(finding);
});

test("what was found instead is shown, cut, once, and without the other TXT records of a name", () => {
  const long = `v=spf1 ${"a".repeat(5_000)}`;
  const answers = [["google-site-verification=1", long], [long]];
  expect(judge(wanted("bounce_spf"), answers).found).toEqual([long.slice(0, 255)]);
  expect(judge(wanted("proof"), [Array.from({ length: 40 }, (_, at) => `x${at}`)]).found).toHaveLength(5);
});
