import { useAction } from "../../../api/use-action.ts";
import AreYouSure from "../../../components/are-you-sure.tsx";
import { tell } from "../../../components/toast.ts";
import { CHANGED } from "./changed.ts";

type Props = { agentId: string; address: string; opened: boolean; onClose: () => void };

export default function DeleteAddress({ agentId: id, address, opened, onClose }: Props) {
  const remove = useAction("deleteAddress", {
    refreshes: CHANGED,
    onDone: () => {
      tell(`${address} is deleted.`);
      onClose();
    },
  });
  return (
    <AreYouSure
      deletes
      opened={opened}
      onClose={onClose}
      title="Delete the address?"
      action="Delete address"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { id, address } })}
    >
      {address} stops working at once. Mail that is waiting for an answer is answered from the primary address. New mail
      to it gets no answer: you do not see it, and whoever sent it is not told. Nobody else ever gets the address; you
      can take it again.
    </AreYouSure>
  );
}
