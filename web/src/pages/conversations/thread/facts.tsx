import { Code, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Money, Tokens } from "../../../components/numbers.tsx";
import { useProviderNames } from "../../../components/providers.ts";
import type { Run } from "./run-cache.ts";
import classes from "./thread.module.css";
import { checksOf, DELIVERY } from "./words.ts";

type Fact = { name: string; value: ReactNode };

const USUAL_TIERS = ["default", "standard"];
const ANYWHERE = ["global", "not_available"];

const DOUBTS: Record<NonNullable<Run["usage_doubt"]>, string> = {
  unknown: "The provider did not report the answer's tokens",
  clamped: "The provider reported impossible token counts; these are estimates",
  partial: "The answer broke off before the last count; the provider may charge for more",
};

/** The results of the checks, and the key that paid for the answer. */
export function Facts({ run }: { run: Run }) {
  const nameOf = useProviderNames();
  const facts: Fact[] = [
    { name: "To", value: run.recipient },
    ...(run.came_through === null
      ? []
      : [{ name: "Came through", value: `${run.came_through.address}, forwarded by ${run.came_through.way_name}` }]),
    ...(run.tag === null ? [] : [{ name: "Tag", value: <Code>{run.tag}</Code> }]),
    ...(run.is_test
      ? [{ name: "Checks", value: "None, because you sent it yourself as a test" }]
      : checksOf(run.verdicts)),
    ...(run.reason === null ? [] : [{ name: "Rule", value: <Code>{run.reason}</Code> }]),
    ...answered(run, nameOf),
  ];
  return (
    <section aria-label="Details">
      <Title order={4} size="sm" mb={6}>
        Details
      </Title>
      <dl className={classes["facts"]}>
        {facts.map(({ name, value }) => (
          <Pair key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

function Pair({ name, value }: Fact) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function answered(run: Run, nameOf: ReturnType<typeof useProviderNames>): Fact[] {
  if (run.provider === null) return [];
  return [
    { name: "Provider", value: nameOf(run.provider) },
    ...(run.fallback_from === null
      ? []
      : [{ name: "Fallback", value: `${nameOf(run.fallback_from)} could not answer, so this provider did` }]),
    { name: "Model", value: run.model_name },
    ...unusualService(run),
    { name: "Key", value: <KeyUsed run={run} provider={run.provider} /> },
    { name: "Paid by", value: run.paid_by === "platform" ? "The platform's free answers" : "You, at the provider" },
    { name: "Tokens", value: <TokensUsed run={run} /> },
    { name: "Cost", value: run.usage_doubt === "unknown" ? "Unknown" : <Money usd={run.cost_usd} /> },
    ...(run.usage_doubt === null ? [] : [{ name: "Not exact", value: DOUBTS[run.usage_doubt] }]),
    ...(run.calls_lost > 0
      ? [{ name: "Calls lost", value: `${run.calls_lost}, perhaps charged by the provider` }]
      : []),
    ...(run.attempts > 0 ? [{ name: "Waits", value: run.attempts }] : []),
    ...(run.delivery === null ? [] : [{ name: "Reply", value: DELIVERY[run.delivery] }]),
  ];
}

/** Details that are shown only where they differ from what was asked for. */
function unusualService({ model_name, answered_by, service_tier, inference_geo }: Run): Fact[] {
  const asked = model_name?.replace(/^models\//, "");
  const isUsualTier = service_tier === null || USUAL_TIERS.includes(service_tier);
  return [
    ...(answered_by === null || answered_by === asked ? [] : [{ name: "Answered by", value: answered_by }]),
    ...(isUsualTier ? [] : [{ name: "Service tier", value: service_tier }]),
    ...(inference_geo === null || ANYWHERE.includes(inference_geo)
      ? []
      : [{ name: "Processed in", value: inference_geo }]),
  ];
}

function TokensUsed({ run }: { run: Run }) {
  return (
    <>
      <Tokens count={run.tokens_in} /> in, <Tokens count={run.tokens_out} /> out
    </>
  );
}

/** Shows the key's fingerprint, and its mask if the key is still stored. */
function KeyUsed({ run, provider }: { run: Run; provider: NonNullable<Run["provider"]> }) {
  const configs = useApi("listConfigs", {}).data?.configs;
  if (run.paid_by === "platform") return "The platform's";
  const key = configs?.find((row) => row.provider === provider && row.key_fingerprint === run.key_fingerprint);
  return (
    <>
      {key && (
        <>
          <Code>{key.api_key}</Code>{" "}
        </>
      )}
      {run.key_fingerprint !== null && <Code>{run.key_fingerprint}</Code>}
      {configs && !key && " (no longer stored)"}
    </>
  );
}
