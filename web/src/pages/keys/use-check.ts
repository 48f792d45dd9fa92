import { useEffect, useState } from "react";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { type Config, useProviderNames } from "../../components/providers.ts";
import { tell } from "../../components/toast.ts";
import { statusWords } from "./outcome.ts";

/** How long this page waits for a check. It covers the queue and the provider, with a margin. */
const PATIENCE_MS = 30_000;

/** Asks the runner to check a stored key again, and waits until the key's row shows the result. */
export function useCheck(config: Config) {
  const { provider } = config;
  const name = useProviderNames()(provider);
  /** The time of the previous check. Undefined while no check is pending. */
  const [before, setBefore] = useState<string | null>();
  const pending = before !== undefined;
  const keys = useApi("listConfigs", {}, { every: pending ? 1_000 : false });
  const now = keys.data?.configs.find((each) => each.provider === provider);
  const begin = useAction("verifyConfig", {
    onDone: () => setBefore(config.checked_at),
  });

  useEffect(() => {
    if (before === undefined || now === undefined || now.checked_at === before) return;
    setBefore(undefined);
    tell(statusWords(now, name) ?? `The key works. ${name} accepts it.`);
  }, [before, now, name]);

  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => {
      setBefore(undefined);
      tell("The check is taking long. This page will show its result.");
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [pending]);

  return { pending: pending || begin.isPending, start: () => begin.mutate({ params: { provider } }) };
}
