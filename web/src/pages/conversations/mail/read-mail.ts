import { Problem } from "../../../api/problem.ts";
import type { RawMail } from "./read-mail.worker.ts";

const LONGEST_MS = 10_000;

/** Parses a mail in a worker. @throws Problem when the mail cannot be parsed, or not in time */
export async function readMail(bytes: ArrayBuffer): Promise<RawMail> {
  const worker = new Worker(new URL("./read-mail.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<RawMail>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<RawMail>) => resolve(data));
      worker.addEventListener("error", () => reject(unreadable()));
      setTimeout(() => reject(unreadable()), LONGEST_MS);
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}

function unreadable(): Problem {
  const detail = "This mail cannot be shown here. Save it, and open it with a mail program.";
  return new Problem({ code: "mail_unreadable", status: 0, detail });
}
