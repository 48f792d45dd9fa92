import { RelativeTime } from "../../components/relative-time.tsx";
import type { Webhook } from "./webhook-badge.tsx";

/** When it last worked, or since when it does not. */
export function HealthLine({ webhook: { health } }: { webhook: Webhook }) {
  if (health.failing_since !== null) {
    return (
      <>
        Failing since <RelativeTime at={health.failing_since} />
        {health.last_status === null ? "; no answer came." : `; the last answer was ${health.last_status}.`}
      </>
    );
  }
  if (health.last_success_at === null) return <>Nothing was sent yet.</>;
  return (
    <>
      Last delivered <RelativeTime at={health.last_success_at} />.
    </>
  );
}
