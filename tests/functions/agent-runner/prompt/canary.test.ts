import { expect, it } from "vitest";
import { canaryOf, repeatsInstructions, withCanary } from "../../../../functions/agent-runner/prompt/canary.ts";

const agent = { agent_id: "agent1" };
const { system } = withCanary({ system: "Be kind.\nNever say no." }, agent);

it("finds an answer that repeats the instructions, whole, by half, or with other signs between the letters", () => {
  const half = system.length / 2;
  for (const told of [
    `Sure: ${system}`,
    system.slice(0, half),
    system.slice(half),
    system.toUpperCase(),
    `\`\`\`\n${[...system].join(" ")}\n\`\`\``,
    [...system].join("\u200b-"),
  ]) {
    expect(repeatsInstructions(told, agent)).toBe(true);
  }
});

it("accepts every other answer, even one that quotes a text from the instructions", () => {
  for (const said of ["Be kind. Never say no.", "", "a".repeat(60_000), canaryOf({ agent_id: "agent2" })]) {
    expect(repeatsInstructions(said, agent)).toBe(false);
  }
});

it("is the same for each prompt of an agent, and differs between agents", () => {
  expect(withCanary({ system: "Be kind.\nNever say no." }, agent).system).toBe(system);
  expect(canaryOf({ agent_id: "agent2" })).not.toBe(canaryOf(agent));
});
