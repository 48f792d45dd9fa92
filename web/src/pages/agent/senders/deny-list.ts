import { call } from "../../../api/call.ts";
import type { Answer } from "../../../api/types.ts";
import { partsOf } from "./parts-of.ts";

export type DenyDone = Answer<"deny">;

/** Adds a list of any length, in parts. The lines of what is refused are those of the whole list. */
export async function denyAll(id: string, text: string): Promise<DenyDone> {
  const all: DenyDone = { added: 0, already: 0, refused: [], total: 0 };
  for (const { senders, firstLine } of partsOf(text)) {
    const { added, already, refused, total } = await call("deny", { params: { id }, body: { senders } });
    all.added += added;
    all.already += already;
    all.refused.push(...refused.map((each) => ({ ...each, line: each.line + firstLine })));
    all.total = total;
  }
  return all;
}
