import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { RelativeTime } from "../../components/relative-time.tsx";
import { Section } from "../../components/section.tsx";
import type { Webhook } from "../webhooks/webhook-badge.tsx";

const RotateSecret = later(() => import("./rotate-secret.tsx"));

/** When the secret was made, and the way to another one. The secret itself is never shown again. */
export function SecretCard({ webhook }: { webhook: Webhook }) {
  const [rotating, { open, close }] = useDisclosure();
  const [current, previous] = webhook.secrets;
  return (
    <Section
      title="Signing secret"
      text="Your program checks with it that a call is from Latchkey. If somebody else may have seen it, make a new one."
    >
      {current && (
        <Text size="sm" mb="md">
          Made <RelativeTime at={current.created_at} />.
          {previous?.ends_at && (
            <>
              {" "}
              The one before still signs too, until <RelativeTime at={previous.ends_at} />.
            </>
          )}
        </Text>
      )}
      <Button variant="default" onClick={open}>
        Make a new secret
      </Button>
      <RotateSecret webhook={webhook} opened={rotating} onClose={close} />
    </Section>
  );
}
