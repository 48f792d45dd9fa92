import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { CalendarX, Ellipsis, Infinity as Endless, Replace, Star, Trash2 } from "lucide-react";
import { useAction } from "../../../api/use-action.ts";
import { later } from "../../../components/later.tsx";
import { tell } from "../../../components/toast.ts";
import type { Address } from "./address-rows.tsx";
import { CHANGED } from "./changed.ts";

const ReplaceAddress = later(() => import("./replace-address.tsx"));
const EndAddress = later(() => import("./end-address.tsx"));
const DeleteAddress = later(() => import("./delete-address.tsx"));

type Props = { agentId: string; address: Address };

export function AddressMenu({ agentId: id, address: { address, is_primary, state } }: Props) {
  const [replacing, replace] = useDisclosure();
  const [ending, end] = useDisclosure();
  const [deleting, remove] = useDisclosure();
  const change = useAction("patchAddress", {
    refreshes: CHANGED,
    onDone: (_, { body }) => tell(body?.isPrimary ? `${address} is the primary address.` : `${address} goes on.`),
  });
  const patch = (body: { isPrimary: true } | { endsInDays: null }) => change.mutate({ params: { id, address }, body });
  const works = state !== "ended";
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${address}`}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {works && !is_primary && (
            <Menu.Item leftSection={<Star size={16} aria-hidden />} onClick={() => patch({ isPrimary: true })}>
              Make primary
            </Menu.Item>
          )}
          {works && (
            <Menu.Item leftSection={<Replace size={16} aria-hidden />} onClick={replace.open}>
              Replace it
            </Menu.Item>
          )}
          {state === "active" && !is_primary && (
            <Menu.Item leftSection={<CalendarX size={16} aria-hidden />} onClick={end.open}>
              Let it end
            </Menu.Item>
          )}
          {state === "ending" && (
            <Menu.Item leftSection={<Endless size={16} aria-hidden />} onClick={() => patch({ endsInDays: null })}>
              Keep it without an end
            </Menu.Item>
          )}
          {!is_primary && (
            <Menu.Item color="red" leftSection={<Trash2 size={16} aria-hidden />} onClick={remove.open}>
              Delete it
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ReplaceAddress agentId={id} address={address} opened={replacing} onClose={replace.close} />
      <EndAddress agentId={id} address={address} opened={ending} onClose={end.close} />
      <DeleteAddress agentId={id} address={address} opened={deleting} onClose={remove.close} />
    </>
  );
}
