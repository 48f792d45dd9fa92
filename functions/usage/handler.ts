import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import type { UsageReader } from "../../shared/usage/usage-reader.ts";
import { usageReport } from "../../shared/usage/usage-report.ts";
import { rangeOf } from "./range.ts";

export type Deps = { usage: UsageReader; now: () => Date };

export function usageHandlers({ usage, now }: Deps): Handlers<"usage"> {
  return {
    getUsage: async ({ user, query }) => {
      const range = rangeOf(query, now());
      if ("fault" in range) throw new LatchkeyError("invalid_request", { fields: [range.fault] });
      const report = usageReport(await usage.days(user.id, range.from, range.to), query.group_by);
      return { status: 200, body: { ...range, group_by: query.group_by, ...report } };
    },
  };
}
