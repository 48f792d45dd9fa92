import { ActionIcon, Loader, Menu } from "@mantine/core";
import { CircleCheck, Ellipsis, Star, Trash2 } from "lucide-react";
import { useAction } from "../../api/use-action.ts";
import { type Config, useProviderNames } from "../../components/providers.ts";
import { tell } from "../../components/toast.ts";
import { useCheck } from "./use-check.ts";

type Props = { config: Config; canBecomeDefault: boolean; onDelete: () => void };

/** Rare actions on a key. */
export function KeyMenu({ config, canBecomeDefault, onDelete }: Props) {
  const { provider } = config;
  const name = useProviderNames()(provider);
  const check = useCheck(config);
  const choose = useAction("patchConfig", {
    refreshes: ["listConfigs"],
    onDone: () => tell(`${name} answers now for every agent that names no provider.`),
  });
  if (check.pending) return <Loader size="xs" role="status" aria-label={`Checking the key of ${name}`} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for ${name}`}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<CircleCheck size={16} aria-hidden />} onClick={check.start}>
          Check again
        </Menu.Item>
        {canBecomeDefault && (
          <Menu.Item
            leftSection={<Star size={16} aria-hidden />}
            onClick={() => choose.mutate({ params: { provider }, body: { isDefault: true } })}
          >
            Make default
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<Trash2 size={16} aria-hidden />} onClick={onDelete}>
          Delete key
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
