import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { Section } from "../../components/section.tsx";

const DeleteDialog = later(() => import("./delete-dialog.tsx"));

export function DeleteAccount() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title="Delete account" text="Deletes all that Latchkey keeps of you. It cannot be undone.">
      <Button color="red" variant="outline" onClick={open}>
        Delete account
      </Button>
      <DeleteDialog opened={opened} onClose={close} />
    </Section>
  );
}
