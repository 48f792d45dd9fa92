import { Stack } from "@mantine/core";
import { PageHeader } from "../../components/page-header.tsx";
import { useOnOneMachine } from "../../local/on-one-machine.ts";
import { useSession } from "../../session/session.ts";
import NotFound from "../not-found/not-found.tsx";
import { HandIn } from "./hand-in.tsx";
import { Outbox } from "./outbox.tsx";
import { WebhookCalls } from "./webhook-calls.tsx";

/** For somebody who tries Latchkey on one machine. Before log-in it shows only the outbox, where the codes are. */
export default function Machine() {
  const session = useSession();
  if (!useOnOneMachine()) return <NotFound />;
  return (
    <>
      <PageHeader title="This machine">
        Latchkey runs on one machine here. No mail leaves it, and you hand mails in yourself.
      </PageHeader>
      <Stack gap="lg">
        {session.status === "in" && <HandIn />}
        {session.status === "in" && <WebhookCalls />}
        <Outbox />
      </Stack>
    </>
  );
}
