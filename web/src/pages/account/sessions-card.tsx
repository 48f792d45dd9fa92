import { Button } from "@mantine/core";
import { useAction } from "../../api/use-action.ts";
import { Section } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import { endSessionHere } from "../../session/session.ts";

export function SessionsCard() {
  const leave = useAction("logoutEverywhere", {
    onDone: () => {
      tell("You are logged out in every browser.");
      endSessionHere();
    },
  });
  return (
    <Section
      title="Sessions"
      text="Logs you out in this and every other browser. An open browser may keep working for up to 15 minutes."
    >
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate({})}>
        Log out everywhere
      </Button>
    </Section>
  );
}
