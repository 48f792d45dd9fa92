import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { later } from "../../components/later.tsx";
import { type Config, useProviderNames } from "../../components/providers.ts";

const SettingsDialog = later(() => import("./settings-dialog.tsx"));

/** Buttons that change how a stored key is used. */
export function KeyButtons({ config }: { config: Config }) {
  const nameOf = useProviderNames();
  const [setting, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open} aria-label={`Settings of ${nameOf(config.provider)}`}>
        Settings
      </Button>
      <SettingsDialog config={config} opened={setting} onClose={close} />
    </>
  );
}
