import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replyHeaders } from "../../shared/mail/reply-headers.ts";
import { ENVELOPE, replyTo } from "./mails.ts";
import { noteIn, ourDecision } from "./notes.ts";

/** More than our own cap for a thread. */
const MAX_ROUNDS = 25;

/**
 * Lets one robot and an agent write to each other: the agent's reply is delivered to the robot, the robot's note is decided
 * on and answered by our code, and so on. The robot forgets whom it answered before.
 * @returns how many notes the robot sent
 */
export async function talk(lab: string, robot: string, reply: string): Promise<number> {
  let raw = reply;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const note = deliver(lab, robot, raw);
    if (note === undefined) return round;
    const { mail, word } = await ourDecision(note);
    if (word !== "answer" || note.to === ENVELOPE) return round + 1;
    raw = await replyTo({ ...replyHeaders(mail), thread_ref: `<0b7f6c1e-1.${round + 2}@agents.example>` });
  }
  return MAX_ROUNDS;
}

function deliver(lab: string, robot: string, raw: string) {
  const mails = join(lab, "talk-mails");
  rmSync(join(lab, "talk"), { recursive: true, force: true });
  mkdirSync(mails, { recursive: true });
  writeFileSync(join(mails, "0.eml"), raw);
  writeFileSync(join(mails, "0.sender"), ENVELOPE);
  const env = { ...process.env, MAILS: "talk-mails", NOTES: "talk", ROBOTS: `robots/${robot}.sh` };
  execFileSync("chroot", [join(lab, ".."), "sh", "/lab/play.sh"], { env });
  return noteIn(join(lab, "talk", robot, "0"));
}
