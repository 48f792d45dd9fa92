import { parentPort } from "node:worker_threads";
import { type HasRead, readRaw, type ToRead } from "./mail/read-raw.ts";

/*
 * The worker thread of mail/mail-reader.ts, in its own file of the bundle. It has no environment variables and so no
 * credentials.
 */
parentPort?.on("message", ({ raw, known }: ToRead) => {
  readRaw(raw, known).then(
    (reading) => answer({ reading }),
    // Only the error's name is passed on, because it is logged and a message can quote the mail.
    (error: unknown) => answer({ failed: error instanceof Error ? error.name : "Error" }),
  );
});
answer({ ready: true });

function answer(message: HasRead): void {
  parentPort?.postMessage(message);
}
