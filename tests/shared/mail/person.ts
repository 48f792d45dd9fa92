import type { MailFacts } from "../../../shared/mail/facts.ts";
import type { Header } from "../../../shared/mail/headers.ts";

type Changes = Partial<Omit<MailFacts, "headers">> & { headers?: Header[]; from_header?: string | null };

export const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

/** The facts of a mail that gets an answer: from a person, proved, with text. `headers` are added to its From. */
export function personsMail({ headers = [], from_header, ...changes }: Changes = {}): MailFacts {
  const from = from_header === undefined ? "Alice <alice@customer.example>" : from_header;
  return {
    envelope_from: "alice@customer.example",
    verdicts: PASSED,
    headers: [...(from === null ? [] : [{ name: "from", value: from }]), ...readers(headers), ...headers],
    part_types: ["text/plain"],
    text: "When do you open?",
    own_domain: "agents.example",
    agent: { id: "agent7", address: "help@agents.example" },
    ...changes,
  };
}

/** A person's mail with one more header. */
export function withHeader(name: string, value: string): MailFacts {
  return personsMail({ headers: [{ name, value }] });
}

/** A person's mail from another From header. */
export function from(from_header: string | null): MailFacts {
  return personsMail({ from_header });
}

/** A person's mail names its recipient, unless the test says otherwise. */
function readers(headers: Header[]): Header[] {
  return headers.some(({ name }) => name === "to" || name === "cc")
    ? []
    : [{ name: "to", value: "help@agents.example" }];
}
