import type { Agent } from "../../../shared/agents/agent.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { withCanary } from "./canary.ts";
import type { MailContent } from "./mail-prompt.ts";
import { findPastTurns } from "./past-turns.ts";

/** Writes what the model is told and asked about one mail. */
export async function writePrompt(
  { run, agent, read, mail }: { run: Run; agent: Agent; read: Read; mail: { content: MailContent } },
  deps: { runs: RunStore },
): Promise<{ prompt: { system: string; turns: Turn[] } }> {
  // The code that cuts a thread's mails to what their writers wrote is large, and most mails of a flood end before it.
  const [history, { buildPrompt, draftOf }] = await Promise.all([
    findPastTurns(run, read, deps),
    import("./build-prompt.ts"),
  ]);
  const { to_author } = read.reply;
  const about = { from: read.from ?? run.from, subject: read.subject ?? run.subject, to_author, ...mail.content };
  return { prompt: withCanary(buildPrompt(agent, history, about, draftOf(run)), agent) };
}
