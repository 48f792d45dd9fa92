import { Card, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Money, Tokens, usd, whole } from "../../components/numbers.tsx";
import type { Numbers } from "./groups.ts";

/** The totals of the range, and what they leave out. */
export function Totals({ total }: { total: Numbers }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Figure name="Cost" note={unpriced(total)}>
        <Money usd={total.cost_usd} />
      </Figure>
      <Figure name="Mails answered" note={ofPlatform(total)}>
        {whole(total.mails)}
      </Figure>
      <Figure
        name="Tokens in"
        note={total.tokens_cached > 0 ? `${whole(total.tokens_cached)} of them from the cache` : ""}
      >
        <Tokens count={total.tokens_in} />
      </Figure>
      <Figure
        name="Tokens out"
        note={total.tokens_reasoning > 0 ? `${whole(total.tokens_reasoning)} of them reasoning` : ""}
      >
        <Tokens count={total.tokens_out} />
      </Figure>
    </SimpleGrid>
  );
}

function unpriced({ mails_unpriced, calls_lost }: Numbers): string {
  const parts = [
    mails_unpriced > 0 ? `${whole(mails_unpriced)} mails have no listed price` : "",
    calls_lost > 0 ? `${whole(calls_lost)} calls gave no answer and may be billed` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

function ofPlatform({ mails_platform, platform_cost_usd }: Numbers): string {
  if (mails_platform === 0) return "";
  return `${whole(mails_platform)} on the platform's key (${usd(platform_cost_usd ?? 0)}, not yours)`;
}

function Figure({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <Card padding="md">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={24} fw={600} className="numbers" component="div">
        {children}
      </Text>
      {note !== "" && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Card>
  );
}
