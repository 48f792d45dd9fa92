import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import EmailReplyParser from "email-reply-parser";
import { simpleParser } from "mailparser";
import { readMessage } from "../local/corpus/read.ts";

/** What reads a mail from its bytes to the decision and the sender's new text, or as near to it as a library comes. */
export type Reader = { name: string; read: (raw: Buffer) => Promise<unknown> };

export const LIBRARIES: Reader = {
  name: "mailparser 3.14.2 + email-reply-parser 2.3.9",
  read: async (raw) => {
    const { text = "" } = await simpleParser(raw);
    return new EmailReplyParser().read(text).getVisibleText();
  },
};

export const NOW: Reader = { name: "this build", read: readMessage };

/** The same of an earlier commit, from its own files beside this build's libraries; undefined where git has it not. */
export async function readerOf(commit: string): Promise<Reader | undefined> {
  const root = new URL("..", import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), "latchkey-bench-"));
  try {
    const files = execFileSync("git", ["archive", commit, "shared", "local/corpus", "package.json"], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
    mkdirSync(join(folder, "old"));
    execFileSync("tar", ["-x", "-C", join(folder, "old")], { input: files });
  } catch {
    return undefined;
  }
  symlinkSync(join(root, "node_modules"), join(folder, "old", "node_modules"));
  const file: { readMessage: Reader["read"] } = await import(
    pathToFileURL(join(folder, "old/local/corpus/read.ts")).href
  );
  return { name: `build of ${commit.slice(0, 7)}`, read: file.readMessage };
}
