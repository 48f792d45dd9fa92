import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foreignLoopMarks } from "../../shared/mail/loop-marks.ts";
import { replyHeaders } from "../../shared/mail/reply-headers.ts";
import { latestThreadRef, threadRef } from "../../shared/mail/thread-ref.ts";
import { AGENT, replyTo } from "./mails.ts";
import { noteIn, ourDecision } from "./notes.ts";

/** More than our own cap for a thread. */
export const MAX_ANSWERS = 25;

/**
 * Lets one robot and an agent write to each other: the agent's reply is delivered to the robot, the robot's note is decided
 * on and answered by our code, and so on. The robot forgets whom it answered before.
 * @param sender the envelope's sender of our replies
 * @returns how many answers of ours the robot got
 */
export async function talk(lab: string, robot: string, sender: string): Promise<number> {
  let raw = await replyTo(sender, {
    subject: "Re: Opening hours",
    references: ["<question@customer.example>"],
    thread_ref: ownId(1),
  });
  for (let answers = 1; answers < MAX_ANSWERS; answers++) {
    const note = deliver(lab, robot, raw, sender);
    if (note === undefined || note.to !== AGENT.address) return answers;
    const { mail, word } = await ourDecision(note);
    if (word !== "answer") return answers;
    raw = await replyTo(sender, {
      ...replyHeaders(mail),
      thread_ref: ownId((latestThreadRef(mail.references, "agents.example")?.answers ?? 0) + 1),
      loop_marks: foreignLoopMarks(mail.headers, AGENT),
    });
  }
  return MAX_ANSWERS;
}

function ownId(answers: number): string {
  return threadRef({ root: "0".repeat(32), answers }, `run${answers}`, "agents.example");
}

function deliver(lab: string, robot: string, raw: string, sender: string) {
  const mails = join(lab, "talk-mails");
  rmSync(join(lab, "talk"), { recursive: true, force: true });
  mkdirSync(mails, { recursive: true });
  writeFileSync(join(mails, "0.eml"), raw);
  writeFileSync(join(mails, "0.sender"), sender);
  const env = { ...process.env, MAILS: "talk-mails", NOTES: "talk", ROBOTS: `robots/${robot}.sh` };
  execFileSync("chroot", [join(lab, ".."), "sh", "/lab/play.sh"], { env });
  return noteIn(join(lab, "talk", robot, "0"));
}
