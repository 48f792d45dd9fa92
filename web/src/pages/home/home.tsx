import { Stack } from "@mantine/core";
import { useApi } from "../../api/use-api.ts";
import { Loading } from "../../components/loading.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useSession } from "../../session/session.ts";
import { RemindersStopped } from "../account/notices/reminders-stopped.tsx";
import { BudgetBar } from "../usage/budget-bar.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { Recent } from "./recent.tsx";

const LATEST = { query: { limit: 5 } };
const WAITING = { query: { limit: 5, state: "needs_owner" } } as const;

/** First what to do, then what waits for the owner, then the latest events. */
export default function Home() {
  const session = useSession();
  const name = session.status === "in" ? session.user.name : "";
  return (
    <>
      <PageHeader title="Home">{name === "" ? undefined : `Welcome, ${name}.`}</PageHeader>
      <Sections />
    </>
  );
}

/**
 * Shows all sections at the same time, so that a late one does not push the others down. A section that fails to load
 * says so in its own place.
 */
function Sections() {
  const first = [useApi("listConfigs", {}), useApi("listAgents", {}), useApi("getAccount", {})];
  const lists = [useApi("listRuns", LATEST), useApi("listRuns", WAITING)];
  const reminders = useApi("getReminders", {});
  if ([...first, ...lists, reminders].some(({ isPending }) => isPending)) return <Loading />;
  return (
    <Stack gap="md">
      {reminders.data && <RemindersStopped reminders={reminders.data} />}
      <FirstSteps />
      <Recent title="Needs you" query={WAITING} none="Nothing waits for you. Drafts and held mails appear here." />
      <Recent title="Latest mails" query={LATEST} none="No mail yet. Mails to your agents appear here." />
      <BudgetBar />
    </Stack>
  );
}
