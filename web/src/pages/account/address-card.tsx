import { Group, Text } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../components/section.tsx";
import { StateBadge } from "../../components/state-badge.tsx";
import { CodeForm, PasswordForCode } from "./confirm-address.tsx";
import type { AccountRow } from "./profile-form.tsx";

/** The account's address and its verification. Notices and new passwords go only to a verified address. */
export function AddressCard({ account: { email, email_verified } }: { account: AccountRow }) {
  /** The password that the code was requested with. The second step needs it again. */
  const [password, setPassword] = useState<string>();
  return (
    <Section title="E-mail address">
      <Group gap="xs" mb={email_verified ? 0 : "sm"}>
        <Text style={{ overflowWrap: "anywhere" }}>{email}</Text>
        <StateBadge
          {...(email_verified ? { label: "Confirmed", color: "green" } : { label: "Not confirmed", color: "orange" })}
        />
      </Group>
      {!email_verified && (
        <>
          <Text size="sm" c="dimmed" mb="md">
            Confirm that the address is yours. Until then it gets no notices, and a forgotten password cannot be reset.
          </Text>
          {password === undefined ? (
            <PasswordForCode email={email} onSent={setPassword} />
          ) : (
            <CodeForm email={email} password={password} />
          )}
        </>
      )}
    </Section>
  );
}
