import { randomUUID } from "node:crypto";
import type { CodeMail } from "../aws/aws.ts";
import type { OutgoingMail } from "./outbox.ts";

const SUBJECTS = { verify_email: "Confirm your e-mail address", reset_password: "Set a new password" } as const;

/** A code mail of Cognito for the outbox. */
export function codeMail({ to, code, purpose }: CodeMail, mailDomain: string): OutgoingMail {
  const from = `no-reply@${mailDomain}`;
  const now = new Date();
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${SUBJECTS[purpose]}`,
    `Date: ${now.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${randomUUID()}@${mailDomain}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Your code is ${code}`,
    "",
  ];
  return { from, to: [to], raw: lines.join("\r\n"), run_id: null, sent_at: now.toISOString() };
}
