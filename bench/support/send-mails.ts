import { createTransport } from "nodemailer";
import { randomNumbers } from "../../local/corpus/mutate.ts";
import { prose } from "../mails.ts";

export type Mail = { from: string; to: string; raw: string };

const SMALLEST = 5_000;
const LARGEST = 50_000;
/** As many connections as a busy mail server opens to another one. */
const CONNECTIONS = 10;

/** Mails of 5 to 50 KB, each of another correspondent, to the addresses in turn. The same `first` makes the same mails. */
export function makeMails(addresses: string[], count: number, first = 0): Mail[] {
  const random = randomNumbers(first + 1);
  return Array.from({ length: count }, (_, at) => {
    const number = first + at;
    const from = `person-${number}@customer-${number}.example`;
    const to = addresses[at % addresses.length] ?? "";
    return { from, to, raw: rawMail(from, to, number, SMALLEST + random() * (LARGEST - SMALLEST)) };
  });
}

function rawMail(from: string, to: string, number: number, bytes: number): string {
  const head = [
    `From: Person ${number} <${from}>`,
    `To: <${to}>`,
    `Subject: Question ${number}`,
    `Message-ID: <bench-${number}@${from.split("@")[1]}>`,
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return `${head.join("\n")}\n\n${prose(bytes, number)}`.replaceAll("\n", "\r\n");
}

/** Hands the mails in by SMTP over several connections at once. */
export async function sendMails({ smtpPort }: { smtpPort: number }, mails: Mail[]): Promise<void> {
  const transport = createTransport({
    host: "127.0.0.1",
    port: smtpPort,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  });
  try {
    await Promise.all(mails.map(({ from, to, raw }) => transport.sendMail({ envelope: { from, to }, raw })));
  } finally {
    transport.close();
  }
}
