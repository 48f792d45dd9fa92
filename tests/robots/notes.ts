import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decide } from "../../shared/mail/decide.ts";
import { type ParsedMail, parseMail } from "../../shared/mail/parse.ts";
import { readableText } from "../../shared/mail/readable-text.ts";
import { AGENT, ROBOTS_OWNER } from "./mails.ts";

/** A mail that a robot handed to sendmail. */
export type Note = { envelope_from: string; to: string; raw: string };

/** What a robot sent for one mail; undefined where it kept silent. */
export function noteIn(folder: string): Note | undefined {
  const [file] = existsSync(folder) ? globSync("*.eml", { cwd: folder }) : [];
  if (file === undefined) return undefined;
  const args = readFileSync(join(folder, file.replace(/eml$/, "args")), "utf8").trimEnd();
  const written = readFileSync(join(folder, file), "utf8");
  // sendmail writes a From where its caller wrote none.
  const raw = /^From:/im.test(written.split("\n\n", 1)[0] ?? "") ? written : `From: ${ROBOTS_OWNER}\n${written}`;
  const named = args.split(" ").at(-1) ?? "";
  const to =
    named.includes("@") && !args.startsWith("-F ") ? named : (/^To: .*?([^<\s]+@[^>\s]+)/m.exec(raw)?.[1] ?? "");
  return { envelope_from: envelopeOf(args), to, raw };
}

function envelopeOf(args: string): string {
  const named = / ?-f (\S*)/.exec(`${args} `)?.[1];
  if (named === undefined || named === "jane") return ROBOTS_OWNER;
  return named === "<>" ? "" : named;
}

/** What Latchkey does with a note that comes with proof of its sender: `answer`, or why not. */
export async function ourDecision(note: Note): Promise<{ mail: ParsedMail; word: string }> {
  const mail = await parseMail(Buffer.from(note.raw));
  if ("problem" in mail) throw new Error(mail.problem);
  const decision = decide({
    envelope_from: note.envelope_from,
    verdicts: { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" },
    headers: mail.headers,
    part_types: mail.part_types,
    text: readableText(mail.text),
    own_domain: AGENT.address.split("@")[1] ?? "",
    agent: AGENT,
  });
  return { mail, word: decision.action === "answer" ? "answer" : `${decision.action}: ${decision.reason}` };
}
