import { once } from "node:events";
import hoodiecrow from "hoodiecrow-imap";
import { ImapFlow } from "imapflow";

/** What a mail program shows of one mail in a folder's list. */
export type Listed = {
  id: string;
  inReplyTo: string;
  references: string[];
  subject: string;
  from: string;
  raw: Buffer;
};

export type Mailbox = { put(raw: string | Buffer): Promise<void>; list(): Promise<Listed[]>; stop(): Promise<void> };

/** A person's mailbox on an IMAP server, read by an IMAP client; neither is ours, and neither shares code with what we send by. */
export async function startMailbox(): Promise<Mailbox> {
  const server = hoodiecrow({ plugins: ["ID", "ENABLE", "UNSELECT"] });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const auth = { user: "testuser", pass: "testpass" };
  const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();

  return {
    async put(raw) {
      await client.append("INBOX", raw);
    },
    async list() {
      // Opened anew, the folder shows what has come since.
      await client.mailboxOpen("INBOX");
      const listed: Listed[] = [];
      for await (const { envelope, headers, source } of client.fetch("1:*", {
        envelope: true,
        headers: ["references"],
        source: true,
      })) {
        listed.push({
          id: envelope?.messageId ?? "",
          inReplyTo: envelope?.inReplyTo ?? "",
          references: headers?.toString("latin1").match(/<[^<>\s]+>/g) ?? [],
          subject: envelope?.subject ?? "",
          from: envelope?.from?.[0]?.address ?? "",
          raw: source ?? Buffer.alloc(0),
        });
      }
      return listed;
    },
    async stop() {
      await client.logout();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
