import type { Listed } from "./mailbox.ts";

/**
 * Below which mail a mail program shows each mail, by id; undefined for the first one of a thread. This is the linking of
 * THREAD=REFERENCES (RFC 5256, steps 1 and 3), without step 5, which would join threads by their subjects.
 */
export function shownBelow(mails: Listed[]): Map<string, string | undefined> {
  const parents = new Map<string, string>();
  for (const { id, references, inReplyTo } of mails) {
    // Step 1: References, or without them the first id in In-Reply-To.
    const chain = [...(references.length > 0 ? references : [inReplyTo].filter(Boolean)), id];
    chain.forEach((child, at) => {
      const parent = chain[at - 1];
      if (parent === undefined || descends(parent, child, parents)) return;
      // 1.A keeps the link that was found first; 1.B takes the mail's own word for its parent.
      if (!parents.has(child) || child === id) parents.set(child, parent);
    });
  }
  // Step 3: what no mail in the folder bears is not shown, and its children move up.
  const here = new Set(mails.map(({ id }) => id));
  const shown = (id: string): string | undefined => {
    const parent = parents.get(id);
    return parent === undefined || here.has(parent) ? parent : shown(parent);
  };
  return new Map(mails.map(({ id }) => [id, shown(id)]));
}

function descends(id: string, from: string, parents: Map<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === from) return true;
  return false;
}
