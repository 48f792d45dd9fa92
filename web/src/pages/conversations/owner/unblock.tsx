import { Button } from "@mantine/core";
import { Link } from "wouter";
import { useAction } from "../../../api/use-action.ts";
import { useApi } from "../../../api/use-api.ts";
import { paths } from "../../../paths.ts";
import type { Run } from "../thread/run-cache.ts";

/** Unblocks the correspondent whom the answer goes to, and retries. */
export function Unblock({ run, onDone }: { run: Run; onDone: () => void }) {
  const list = useApi("listBlocked", { params: { id: run.agent_id } });
  const unblock = useAction("unblock", { refreshes: ["listBlocked"], onDone });
  const entry = list.data?.blocked.find(({ address }) => address.toLowerCase() === run.answer_to?.toLowerCase());
  if (entry === undefined) {
    return (
      <>
        <Button size="xs" component={Link} href={paths.agent(run.agent_id)} variant="default">
          See blocked correspondents
        </Button>
        {list.isSuccess && (
          <Button size="xs" onClick={onDone}>
            Try again
          </Button>
        )}
      </>
    );
  }
  return (
    <Button
      size="xs"
      loading={unblock.isPending}
      onClick={() => unblock.mutate({ params: { id: run.agent_id, correspondent: entry.id } })}
    >
      Unblock {entry.address} and try again
    </Button>
  );
}
