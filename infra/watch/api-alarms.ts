import { countLines } from "../log-metric.ts";
import type { AlarmSpec } from "./alarm.ts";
import { PERIOD } from "./metrics.ts";
import type { Watched } from "./watched.ts";

/** One error in five minutes may be a provider's. Five mean that somebody cannot work. */
const ERRORS = 5;
const SLOW_MS = 3_000;

/** Alarms for what callers of the API see. Lambda does not count a 5xx answer as an error, so the API counts them. */
export function apiAlarms({ api, apiFunctions }: Watched): AlarmSpec[] {
  return [
    {
      id: "Api5xx",
      page: "the-api-answers-with-errors",
      says: "The API answers with 5xx, from its functions or from the gateway itself.",
      metric: api.http.metricServerError({ period: PERIOD, statistic: "Sum" }),
      from: ERRORS,
    },
    ...Object.values(apiFunctions.byName).map(
      (fn): AlarmSpec => ({
        id: `Api5xxOf-${fn.name}`,
        page: "the-api-answers-with-errors",
        says: `The function ${fn.name} answers the API's callers with 5xx.`,
        metric: countLines(fn, "request_failed", `RequestFailed-${fn.name}`),
        from: ERRORS,
      }),
    ),
    {
      id: "ApiSlow",
      page: "the-api-is-slow",
      says: "One API call in twenty takes longer than three seconds.",
      metric: api.http.metricLatency({ period: PERIOD, statistic: "p95" }),
      from: SLOW_MS,
      periods: 3,
    },
    {
      id: "CodesCapped",
      page: "all-codes-are-used-up",
      says: "The function auth mails no more codes today: codesPerDay is used up, so nobody can sign up or set a password.",
      metric: countLines(apiFunctions.byName.auth, "codes_capped", "CodesCapped"),
    },
  ];
}
