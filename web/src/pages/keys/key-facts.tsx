import { Code, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Money, whole } from "../../components/numbers.tsx";
import type { Config } from "../../components/providers.ts";
import { RelativeTime } from "../../components/relative-time.tsx";
import classes from "./key-facts.module.css";

export type Cost = { usd: number | null; mails: number };

type Props = { config: Config; cost: Cost | undefined };

export function KeyFacts({ config, cost }: Props) {
  const { api_key, key_fingerprint, model_name, temperature, max_tokens, last_used_at, checked_at } = config;
  return (
    <dl className={classes["facts"]}>
      <Fact name="Key">
        <Code>{api_key}</Code>
      </Fact>
      <Fact name="Fingerprint">
        <Code title="The first digits of the key's SHA-256. They distinguish two keys that look alike.">
          {key_fingerprint}
        </Code>
      </Fact>
      <Fact name="Model">{model_name}</Fact>
      <Fact name="Answers">
        up to {whole(max_tokens)} tokens, temperature {temperature}
        {config.warnings.map((warning) => (
          <Text key={warning} size="sm" c="dimmed">
            {warning}
          </Text>
        ))}
      </Fact>
      <Fact name="Last used">{last_used_at === null ? "not yet" : <RelativeTime at={last_used_at} />}</Fact>
      <Fact name="Checked">{checked_at === null ? "not yet" : <RelativeTime at={checked_at} />}</Fact>
      <Fact name="This month">
        {cost === undefined ? (
          "nothing yet"
        ) : (
          <>
            <Money usd={cost.usd} /> for {cost.mails === 1 ? "1 mail" : `${whole(cost.mails)} mails`}
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} className={classes["value"]}>
        {children}
      </Text>
    </>
  );
}
