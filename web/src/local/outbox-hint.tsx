import { Alert } from "@mantine/core";
import { OutLink } from "../components/text-link.tsx";
import { paths } from "../paths.ts";
import { useOnOneMachine } from "./on-one-machine.ts";

/** On one machine no mail leaves, so the code is in the outbox. */
export function OutboxHint() {
  if (!useOnOneMachine()) return null;
  return (
    <Alert color="blue">
      Latchkey runs on one machine, so no mail leaves it.{" "}
      <OutLink href={paths.machine()}>Find the code in its outbox</OutLink>.
    </Alert>
  );
}
