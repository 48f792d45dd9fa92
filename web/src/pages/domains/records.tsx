import { Alert, Text } from "@mantine/core";
import { Section } from "../../components/section.tsx";
import type { Domain } from "./domain-state.tsx";
import { RecordItem } from "./record-item.tsx";

type Purpose = Domain["records"][number]["purpose"];

type Group = { purpose: Purpose; title: string; text: string; waits?: string };

const GROUPS: Group[] = [
  {
    purpose: "proof",
    title: "1. Prove that the domain is yours",
    text: "Set this record where you bought the domain, on the page called DNS, name servers or zone. Leave it there for as long as you use the domain here.",
  },
  {
    purpose: "sending",
    title: "2. Sign your answers",
    text: "These three records let mail programs check that an answer is really from you. Without them no answers leave from the domain.",
    waits: "Three more records appear here once the first one is found.",
  },
  {
    purpose: "advised",
    title: "3. Help answers arrive (advised)",
    text: "With these records fewer answers land in spam folders. If you have a DMARC record already, leave it as it is.",
  },
  {
    purpose: "receiving",
    title: "4. Only if all mail of the domain should arrive here",
    text: "Set this record only for a domain or subdomain where nobody has a mailbox: all its mail then comes to your agents. If people read mail there, leave it out and forward mail to an agent instead.",
  },
];

/** Every record with what DNS has, in the order in which an owner sets them. */
export function Records({ row }: { row: Domain }) {
  return GROUPS.map(({ purpose, title, text, waits }) => {
    const records = row.records.filter((record) => record.purpose === purpose);
    if (records.length === 0 && waits === undefined) return null;
    return (
      <Section key={purpose} title={title} text={text}>
        {records.length === 0 && (
          <Alert color="gray">
            <Text size="sm">{waits}</Text>
          </Alert>
        )}
        {records.map((record) => (
          <RecordItem key={record.id} record={record} domain={row.domain} />
        ))}
      </Section>
    );
  });
}
