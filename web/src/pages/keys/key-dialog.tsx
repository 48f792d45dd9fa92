import { Modal } from "@mantine/core";
import type { Config, ProviderFacts } from "../../components/providers.ts";
import { KeyForm } from "./key-form.tsx";

type Props = { provider: ProviderFacts; config?: Config; opened: boolean; onClose: () => void };

/** Takes a key. Only the form holds what was typed, and the form is gone when the dialog closes. */
export default function KeyDialog({ provider, config, opened, onClose }: Props) {
  const { name } = provider;
  const title = config === undefined ? `Add a key of ${name}` : `Replace the key of ${name}`;
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <KeyForm provider={provider} onDone={onClose} {...(config && { config })} />
    </Modal>
  );
}
