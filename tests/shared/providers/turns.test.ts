import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternateTurns } from "../../../shared/providers/turns.ts";

const turn = fc.record({
  role: fc.constantFrom("user" as const, "assistant" as const),
  text: fc.string({ minLength: 1 }),
});

describe("alternate", () => {
  it("merges consecutive turns of one role, and starts with the user", () => {
    expect(
      alternateTurns([
        { role: "assistant", text: "a" },
        { role: "user", text: "b" },
        { role: "user", text: "c" },
        { role: "assistant", text: "d" },
        { role: "user", text: "e" },
      ]),
    ).toEqual([
      { role: "user", text: "b\n\nc" },
      { role: "assistant", text: "d" },
      { role: "user", text: "e" },
    ]);
  });

  it("always alternates, ends with the user, and keeps everything that the user wrote", () => {
    fc.assert(
      fc.property(fc.array(turn), fc.string({ minLength: 1 }), (before, last) => {
        const turns = [...before, { role: "user" as const, text: last }];
        const result = alternateTurns(turns);
        expect(result.map(({ role }) => role)).toEqual(result.map((_, at) => (at % 2 === 0 ? "user" : "assistant")));
        expect(result.at(-1)?.role).toBe("user");
        const all = result.map(({ text }) => text).join("\n\n");
        for (const { role, text } of turns) if (role === "user") expect(all).toContain(text);
      }),
    );
  });

  it("does not change its argument", () => {
    const turns = [
      { role: "user" as const, text: "a" },
      { role: "user" as const, text: "b" },
    ];
    alternateTurns(turns);
    expect(turns.map(({ text }) => text)).toEqual(["a", "b"]);
  });
});
