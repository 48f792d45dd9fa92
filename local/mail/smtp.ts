import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { BodyTooLarge, readBody } from "../http/read-body.ts";
import type { Inbox } from "./inbox.ts";
import { MAX_MAIL, TOO_LARGE } from "./max-mail.ts";
import { PASSED } from "./verdicts.ts";

export type Smtp = { port: number; stop(): Promise<void> };

/**
 * A mail server for this machine only. Like SES it accepts every recipient, and so reveals no addresses.
 * @throws the system's error, e.g. EADDRINUSE
 */
export async function startSmtp(inbox: Inbox, port: number, onNotice: (line: string) => void): Promise<Smtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: MAX_MAIL,
    banner: "Latchkey on one machine",
    closeTimeout: 500,
    logger: false,
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom ? mailFrom.address : "";
      const to = rcptTo.map(({ address }) => address);
      readBody(stream, MAX_MAIL)
        .then((raw) => inbox.take({ from, to, raw, verdicts: PASSED }))
        .then((messageId) => callback(null, `Ok ${messageId}`))
        .catch((error: unknown) => callback(smtpError(error, onNotice)));
    },
  });
  let started = false;
  // A client that disconnects must not end the process. An error before the start is thrown below.
  server.on("error", (error: Error) => started && onNotice(`SMTP: ${error.message}`));
  const listening = once(server.server, "listening");
  server.listen(port, "127.0.0.1");
  await listening;
  started = true;
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function smtpError(error: unknown, onNotice: (line: string) => void): Error {
  if (error instanceof BodyTooLarge) {
    return Object.assign(new Error(TOO_LARGE), { responseCode: 552 });
  }
  onNotice(`SMTP: a mail could not be taken: ${String(error)}`);
  return Object.assign(new Error("Try again later"), { responseCode: 451 });
}
