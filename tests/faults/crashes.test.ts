import { describe, expect, it } from "vitest";
import { withBackend } from "./backend-for-tests.ts";
import { callsOf, crashAt, PATHS } from "./crashes.ts";

// `npm run crashes` covers all paths. The paths here are the ones on which answers get lost. A crash before a call
// leaves the same state as a crash after the previous call, so each place is tried once here.
const backend = withBackend();

describe.each(PATHS.filter(({ inShort }) => inShort))("on the path “$name”", (path) => {
  it("keeps every promise when the process ends before or after any one of its calls", async () => {
    const { names, state } = await callsOf(path, backend());
    expect(state).toBe(path.ends);
    const broken: object[] = [];
    for (let call = 1; call <= names.length; call++) {
      for (const fault of call === 1 ? (["crash_before", "crash_after"] as const) : (["crash_after"] as const)) {
        const crash = await crashAt(path, call, fault, backend());
        if (crash.broken.length > 0) broken.push(crash);
      }
    }
    console.log(`${path.name}: ${names.length} calls, ${names.length + 1} crashes`);
    expect(broken).toEqual([]);
  });
});
