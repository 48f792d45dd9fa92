import { parentPort } from "node:worker_threads";
import type { UnreadableMail } from "../../shared/mail/parse.ts";
import { type Known, type Reading, readRaw } from "./read-raw.ts";

/** What goes into the thread, one at a time, and what comes out. */
export type ToRead = { raw: Uint8Array; known: Known };
export type HasRead = { ready: true } | { reading: Reading | UnreadableMail } | { failed: string };

/* The thread of mail-reader.ts, and a file of the bundle of its own. It has no environment, so no credentials either. */
parentPort?.on("message", ({ raw, known }: ToRead) => {
  readRaw(raw, known).then(
    (reading) => answer({ reading }),
    // The name alone: a message can repeat what the mail says, and this one is logged.
    (error: unknown) => answer({ failed: error instanceof Error ? error.name : "Error" }),
  );
});
answer({ ready: true });

function answer(message: HasRead): void {
  parentPort?.postMessage(message);
}
