import { once } from "node:events";
import { text } from "node:stream/consumers";
import hoodiecrow from "hoodiecrow-imap";
import { ImapFlow } from "imapflow";
import { SMTPServer } from "smtp-server";

function portOf(server: { address(): unknown }): number {
  const address = server.address();
  return typeof address === "object" && address !== null && "port" in address ? Number(address.port) : 0;
}

/** A mailbox that holds these mails unread. */
export async function startMailbox(mails: string[]): Promise<{ port: number; stop(): Promise<void> }> {
  const imap = hoodiecrow({ plugins: ["ID", "ENABLE", "UNSELECT"] });
  imap.listen(0, "127.0.0.1");
  await once(imap.server, "listening");
  const port = portOf(imap.server);
  const auth = { user: "testuser", pass: "testpass" };
  const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  for (const mail of mails) await client.append("INBOX", mail);
  await client.logout();
  return { port, stop: () => new Promise((resolve) => imap.close(() => resolve())) };
}

/** Takes every mail, and keeps when each came, in milliseconds since 1970. */
export async function startSink(): Promise<{ port: number; times: number[]; stop(): Promise<void> }> {
  const times: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, _session, callback) {
      text(stream).then(() => {
        times.push(Date.now());
        callback();
      }, callback);
    },
  });
  const listening = once(server.server, "listening");
  server.listen(0, "127.0.0.1");
  await listening;
  return { port: portOf(server.server), times, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
