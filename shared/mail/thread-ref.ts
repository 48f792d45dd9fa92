import { hashId } from "../ids.ts";

/**
 * The contents of our own message id: the thread's root key (see thread.ts) and the number of our answers in the
 * thread.
 */
export type ThreadRef = { root: string; answers: number };

/**
 * Builds a message id of our own for a reply's References: `<{root}.{answers}.{reply}@{mail domain}>`. SES replaces
 * our Message-ID but keeps References, so the correspondent's next mail brings this id back. It proves nothing: a
 * forged id only names a thread between the forger and the agent.
 */
export function threadRef({ root, answers }: ThreadRef, runId: string, mailDomain: string): string {
  return `<${root}.${answers}.${hashId(runId)}@${mailDomain.toLowerCase()}>`;
}

/** Undefined if the id has another form. */
export function readThreadRef(id: string): (ThreadRef & { mailDomain: string }) | undefined {
  const [, root, answers, domain] = /^<([0-9a-f]{32})\.(\d{1,4})\.[0-9a-f]{32}@([^<>]+)>$/.exec(id) ?? [];
  if (root === undefined || domain === undefined) return undefined;
  return { root, answers: Number(answers), mailDomain: domain.toLowerCase() };
}

/** The contents of our latest id among `ids`; undefined if none is ours. */
export function latestThreadRef(ids: string[], mailDomain: string): ThreadRef | undefined {
  const refs = ids.map(readThreadRef).filter((ref) => ref?.mailDomain === mailDomain.toLowerCase());
  return refs.reduce((latest, ref) => (latest && ref && latest.answers > ref.answers ? latest : ref), undefined);
}
