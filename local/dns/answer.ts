import { type Answer, AUTHORITATIVE_ANSWER, type Packet, RECURSION_AVAILABLE, RECURSION_DESIRED } from "dns-packet";
import type { RecordSet, Zone } from "./zone.ts";

const NXDOMAIN = 3;
const RCODES = { SERVFAIL: 2, REFUSED: 5 } as const;
/** A chain of CNAMEs that is longer is a loop. */
const MAX_CHAIN = 8;
const TTL = 5;
/** RFC 1035, 3.3: the longest string of a TXT record, in bytes. */
const MAX_STRING = 255;

/** What this machine's DNS says to a query. Undefined: it says nothing, as a server that is down. */
export function answerOf(query: Packet, zone: Zone): Packet | undefined {
  const [question] = query.questions ?? [];
  const flags = AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | ((query.flags ?? 0) & RECURSION_DESIRED);
  const reply = (rcode: number, answers: Answer[] = []): Packet => ({
    ...{ type: "response", id: query.id ?? 0, flags: flags | rcode },
    ...{ questions: query.questions ?? [], answers },
  });
  if (question === undefined) return reply(RCODES.REFUSED);
  const { name, type } = question;
  const found = follow(name, type, zone);
  const fault = found.sets.find((set) => set.fault !== undefined)?.fault;
  if (fault === "silent") return undefined;
  if (fault !== undefined) return reply(RCODES[fault]);
  const answers = found.sets.flatMap(answersOf);
  return reply(answers.length > 0 || zone.has(found.last) ? 0 : NXDOMAIN, answers);
}

/** The record sets of an answer: CNAMEs first, and then what the last of them points at. */
function follow(name: string, type: string, zone: Zone): { sets: RecordSet[]; last: string } {
  const sets: RecordSet[] = [];
  let last = name;
  while (sets.length < MAX_CHAIN) {
    const found = zone.find(last, type);
    if (found) return { sets: [...sets, found], last };
    const alias = zone.find(last, "CNAME");
    if (alias === undefined) break;
    sets.push(alias);
    last = String(alias.values[0] ?? "");
  }
  return { sets, last };
}

function answersOf({ name, type, values }: RecordSet): Answer[] {
  return values.map((value) => {
    const text = [value].flat().join("");
    if (type === "CNAME") return { type, name, ttl: TTL, data: text };
    if (type === "TXT") return { type, name, ttl: TTL, data: [value].flat().flatMap(strings) };
    const [preference = "", exchange = ""] = text.split(" ");
    return { type, name, ttl: TTL, data: { preference: Number(preference), exchange } };
  });
}

function strings(text: string): string[] {
  const parts = Array.from({ length: Math.ceil(text.length / MAX_STRING) }, (_, at) =>
    text.slice(at * MAX_STRING, (at + 1) * MAX_STRING),
  );
  return parts.length > 0 ? parts : [""];
}
