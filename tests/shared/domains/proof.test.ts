import fc from "fast-check";
import { expect, test } from "vitest";
import { type DomainRow, domainRow, FINDINGS, type Finding } from "../../../shared/domains/domain.ts";
import { afterLook, GRACE_MS, isEnough, SILENCE_MS } from "../../../shared/domains/proof.ts";

const NOW = Date.parse("2026-11-29T06:00:00.000Z");
const HOUR = 3_600_000;

function row(changes: Partial<DomainRow> = {}): DomainRow {
  const at = new Date(NOW).toISOString();
  const claim = { user_id: "alice", domain: "bakery.example", claim_id: "claim1", token: "token1" };
  return { ...domainRow.parse({ ...claim, state: "pending", created_at: at, next_check_at: at }), ...changes };
}

/** The row after looks at these hours from now on. */
function after(start: DomainRow, ...looks: [hours: number, finding: Finding][]): DomainRow {
  let row = start;
  for (const [hours, finding] of looks) row = { ...row, ...afterLook(row, finding, new Date(NOW + hours * HOUR)) };
  return row;
}

const PROVEN = row({ state: "proven", sightings: 2, last_seen_at: new Date(NOW).toISOString() });

test("two sightings apart are enough, and one or two in the same moment are not", () => {
  expect(isEnough(after(row(), [0, "found"]))).toBe(false);
  expect(isEnough(after(row(), [0, "found"], [0.001, "found"]))).toBe(false);
  expect(isEnough(after(row(), [0, "found"], [0.01, "found"]))).toBe(true);
});

test("a record that flaps before the proof starts the count anew", () => {
  expect(isEnough(after(row(), [0, "found"], [1, "missing"], [2, "found"]))).toBe(false);
  expect(isEnough(after(row(), [0, "found"], [1, "wrong"], [2, "found"]))).toBe(false);
  expect(isEnough(after(row(), [0, "found"], [1, "unsure"], [2, "found"]))).toBe(true);
});

test("a proof outlives three days without its record, and is lost after them", () => {
  const days = GRACE_MS / HOUR;
  const gone = after(PROVEN, [0, "missing"], [1, "missing"], [days - 1, "missing"]);
  expect(gone.state).toBe("proven");
  expect(after(gone, [days, "missing"]).state).toBe("lost");
  expect(after(gone, [days, "wrong"]).state).toBe("lost");
});

test("one look after a long pause does not lose a proof", () => {
  expect(after(PROVEN, [0, "missing"], [200, "missing"]).state).toBe("proven");
});

test("a record that flaps keeps its proof, however long", () => {
  const flaps = Array.from({ length: 60 }, (_, at): [number, "found" | "missing"] => [
    at * 12,
    at % 3 === 0 ? "found" : "missing",
  ]);
  expect(after(PROVEN, ...flaps).state).toBe("proven");
});

test("name servers that do not answer lose nothing for two weeks", () => {
  const days = SILENCE_MS / HOUR;
  expect(after(PROVEN, [100, "unsure"], [days - 1, "unsure"]).state).toBe("proven");
  expect(after(PROVEN, [100, "unsure"], [days, "unsure"]).state).toBe("lost");
  // Silence between two absences does not end the absence.
  expect(after(PROVEN, [0, "missing"], [1, "missing"], [50, "unsure"], [73, "missing"]).state).toBe("lost");
});

test("no looks within three days lose a proof, and none within half a minute make one", () => {
  const look = fc.tuple(fc.double({ min: 0, max: 71.9, noNaN: true }), fc.constantFrom(...FINDINGS));
  fc.assert(
    fc.property(fc.array(look), (looks) => {
      const inOrder = looks.toSorted(([a], [b]) => a - b);
      expect(after(PROVEN, ...inOrder).state).toBe("proven");
      const soon = inOrder.map(([hours, finding]): [number, typeof finding] => [hours / 71.9 / 121, finding]);
      const kept = soon.filter(([, finding]) => finding !== "missing" && finding !== "wrong");
      expect(isEnough(after(row(), ...kept))).toBe(false);
    }),
  );
});
