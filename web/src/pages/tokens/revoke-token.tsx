import { useAction } from "../../api/use-action.ts";
import AreYouSure from "../../components/are-you-sure.tsx";
import { tell } from "../../components/toast.ts";

type Props = { id: string; name: string; opened: boolean; onClose: () => void };

export default function RevokeToken({ id, name, opened, onClose }: Props) {
  const revoke = useAction("revokeToken", {
    refreshes: ["listTokens"],
    onDone: () => {
      tell(`${name} is revoked.`);
      onClose();
    },
  });
  return (
    <AreYouSure
      deletes
      opened={opened}
      onClose={onClose}
      title="Revoke the token?"
      action="Revoke token"
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ params: { id } })}
    >
      Programs that use {name} are refused at once, and so are tokens that were made with it. Nothing brings it back.
    </AreYouSure>
  );
}
