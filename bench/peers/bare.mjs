// What a person writes in an afternoon: answers each unread mail of a mailbox, with no database and no promises.
// Runs in a folder that has imapflow, openai and nodemailer. As `node bare.mjs IMAP_PORT SMTP_PORT PROVIDER_URL MAILS`.
import { ImapFlow } from "imapflow";
import nodemailer from "nodemailer";
import OpenAI from "openai";

const [imapPort, smtpPort, provider, mails] = process.argv.slice(2);
const auth = { user: "testuser", pass: "testpass" };
const imap = new ImapFlow({
  host: "127.0.0.1",
  port: Number(imapPort),
  secure: false,
  doSTARTTLS: false,
  auth,
  logger: false,
});
const smtp = nodemailer.createTransport({ host: "127.0.0.1", port: Number(smtpPort), pool: true, ignoreTLS: true });
const openai = new OpenAI({ apiKey: "sk-demo-bare", baseURL: provider });
const AT_ONCE = 10;

await imap.connect();
await imap.mailboxOpen("INBOX");
const unread = await imap.search({ seen: false });
const waiting = unread.slice(0, Number(mails));
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) await answer(number);
  }),
);
const { user, system } = process.cpuUsage();
process.stdout.write(`CPU ${(user + system) / 1000}\n`);
process.exit(0);

async function answer(number) {
  const { source, envelope } = await imap.fetchOne(String(number), { source: true, envelope: true });
  const text = source.toString("utf8");
  const { choices } = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: "Be short." },
      { role: "user", content: text.slice(text.indexOf("\r\n\r\n") + 4) },
    ],
  });
  await smtp.sendMail({
    from: "help@agents.example",
    to: envelope.from[0].address,
    subject: `Re: ${envelope.subject}`,
    text: choices[0].message.content,
    inReplyTo: envelope.messageId,
  });
  await imap.messageFlagsAdd(String(number), ["\\Seen"]);
}
