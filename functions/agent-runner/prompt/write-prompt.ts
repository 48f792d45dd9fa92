import type { Agent } from "../../../shared/agents/agent.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { withCanary } from "./canary.ts";
import type { MailContent } from "./mail-prompt.ts";
import { findPastTurns } from "./past-turns.ts";

/** Writes the prompt about one mail. */
export async function writePrompt(
  { run, agent, read, mail }: { run: Run; agent: Agent; read: Read; mail: { content: MailContent } },
  deps: { runs: RunStore },
): Promise<{ prompt: { system: string; turns: Turn[] } }> {
  // Loaded here because the code that strips quotations is large, and most mails of a flood are stopped before this
  // step.
  const [history, { buildPrompt, draftOf }] = await Promise.all([
    findPastTurns(run, read, deps),
    import("./build-prompt.ts"),
  ]);
  const { to_author } = read.reply;
  const about = { from: read.from ?? run.from, subject: read.subject ?? run.subject, to_author, ...mail.content };
  return { prompt: withCanary(buildPrompt(agent, history, about, draftOf(run)), agent) };
}
