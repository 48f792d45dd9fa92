import { hashId } from "../ids.ts";

/** What an id of our own tells: the thread's root key (see thread.ts) and how many answers of ours it holds. */
export type ThreadRef = { root: string; answers: number };

/**
 * A message id of our own, which goes into References of a reply: `<{root}.{answers}.{reply}@{mail domain}>`. SES
 * replaces our Message-ID, but leaves References alone, and the correspondent's next mail brings this id back.
 * It proves nothing: whoever writes it into a mail of theirs names a thread that still is between them and the agent.
 */
export function threadRef({ root, answers }: ThreadRef, runId: string, mailDomain: string): string {
  return `<${root}.${answers}.${hashId(runId)}@${mailDomain.toLowerCase()}>`;
}

/** Undefined for an id of another form. */
export function readThreadRef(id: string): (ThreadRef & { mailDomain: string }) | undefined {
  const [, root, answers, domain] = /^<([0-9a-f]{32})\.(\d{1,4})\.[0-9a-f]{32}@([^<>]+)>$/.exec(id) ?? [];
  if (root === undefined || domain === undefined) return undefined;
  return { root, answers: Number(answers), mailDomain: domain.toLowerCase() };
}

/** What the latest of our own ids among `ids` tells; undefined where there is none. */
export function latestThreadRef(ids: string[], mailDomain: string): ThreadRef | undefined {
  const refs = ids.map(readThreadRef).filter((ref) => ref?.mailDomain === mailDomain.toLowerCase());
  return refs.reduce((latest, ref) => (latest && ref && latest.answers > ref.answers ? latest : ref), undefined);
}
