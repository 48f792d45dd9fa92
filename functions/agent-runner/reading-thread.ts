import { parentPort } from "node:worker_threads";
import { type HasRead, readRaw, type ToRead } from "./mail/read-raw.ts";

/* The thread of mail/mail-reader.ts, and a file of the bundle of its own. It has no environment, so no credentials either. */
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
