import { Button } from "@mantine/core";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../../api/use-action.ts";
import { later } from "../../../components/later.tsx";
import { tell } from "../../../components/toast.ts";
import { sender } from "../sender.ts";
import type { Run } from "../thread/run-cache.ts";

const AreYouSure = later(() => import("../../../components/are-you-sure.tsx"));

/** Puts the sender of a mail on its agent's list of denied senders. A mail of the owner's own has no such button. */
export function DenySender({ run }: { run: Run }) {
  const [asking, ask] = useState(false);
  const { address, name } = sender(run.from);
  const who = address || name;
  const deny = useAction("deny", {
    refreshes: ["listDenied"],
    onDone: ({ refused: [wrong] }) =>
      tell(wrong === undefined ? `Mails of ${who} are passed over from now on.` : `${wrong.text} ${wrong.message}.`),
  });
  if (run.is_test || run.is_note || run.state === "kept" || run.reason === "denied_sender") return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Ban size={14} aria-hidden />}
        loading={deny.isPending}
        onClick={() => ask(true)}
        style={{ alignSelf: "flex-start" }}
      >
        Deny this sender…
      </Button>
      <AreYouSure
        opened={asking}
        onClose={() => ask(false)}
        title="Deny this sender?"
        action="Deny this sender"
        onConfirm={() => {
          ask(false);
          deny.mutate({ params: { id: run.agent_id }, body: { senders: who } });
        }}
      >
        The agent passes over further mails of <bdi>{who}</bdi>. This mail stays as it is. You can allow the sender
        again on the agent's page.
      </AreYouSure>
    </>
  );
}
