import { Alert, Code, Group, Stack, Text } from "@mantine/core";
import { KeyRound } from "lucide-react";
import type { Answer } from "../../../api/types.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { RelativeTime } from "../../../components/relative-time.tsx";
import { TextLink } from "../../../components/text-link.tsx";
import { paths } from "../../../paths.ts";

type Confirmation = Answer<"listMailboxes">["confirmations"][number];

/**
 * The codes and links of services that ask whether mail may be forwarded. They are text and not links: a stranger's
 * mail must not become a button of ours.
 */
export function Confirmations({ confirmations }: { confirmations: Confirmation[] }) {
  return (
    <Stack gap="sm" aria-live="polite">
      {confirmations.map((confirmation) => (
        <One key={confirmation.run_id} {...confirmation} />
      ))}
    </Stack>
  );
}

function One({ run_id, service, code, link, asked_by, received_at }: Confirmation) {
  return (
    <Alert color="blue" icon={<KeyRound size={17} aria-hidden />} title={`${service} asks whether you may forward`}>
      <Stack gap={6}>
        {code !== null && <Copyable label="Code" value={code} what="the code" />}
        {link !== null && <Copyable label="Link" value={link} what="the link" />}
        <Text size="sm">
          {link === null
            ? "Enter the code there."
            : "Open the link in your browser to allow it, or enter the code there."}{" "}
          {asked_by !== null && (
            <>
              It asks for <bdi>{asked_by}</bdi>: go on only if that is your mailbox.{" "}
            </>
          )}
          {code === null && link === null && "Latchkey found no code in the mail. "}
          <TextLink href={paths.conversation(run_id)}>See the mail</TextLink> (<RelativeTime at={received_at} />)
        </Text>
      </Stack>
    </Alert>
  );
}

function Copyable({ label, value, what }: { label: string; value: string; what: string }) {
  return (
    <Group gap={6} wrap="nowrap" align="center">
      <Text size="sm" style={{ flexShrink: 0 }}>
        {label}
      </Text>
      <Code style={{ overflowWrap: "anywhere" }}>{value}</Code>
      <CopyButton value={value} what={what} />
    </Group>
  );
}
