import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { Section } from "../../components/section.tsx";

const DeleteDialog = later(() => import("./delete-dialog.tsx"));

export function DeleteAccount() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title="Delete account" text="Deletes everything that Latchkey stores about you. This cannot be undone.">
      <Button color="red" variant="outline" onClick={open}>
        Delete account
      </Button>
      <DeleteDialog opened={opened} onClose={close} />
    </Section>
  );
}
