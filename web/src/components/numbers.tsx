import { Text } from "@mantine/core";

const WHOLE = new Intl.NumberFormat("en-US");
const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** Formats US dollars and cents. Below one dollar it adds digits, so that a small cost does not show as zero. */
export function usd(value: number): string {
  const size = Math.abs(value);
  const digits = size > 0 && size < 1 ? 1 - Math.floor(Math.log10(size)) : 2;
  const fraction = { minimumFractionDigits: 2, maximumFractionDigits: Math.max(2, digits) };
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", ...fraction }).format(value);
}

/** A cost. Null means unknown, because the model has no listed price. */
export function Money({ usd: value }: { usd: number | null }) {
  if (value === null) {
    return (
      <Text span inherit c="dimmed">
        no listed price
      </Text>
    );
  }
  return (
    <Text span inherit className="numbers">
      {usd(value)}
    </Text>
  );
}

/** A number of tokens, abbreviated from ten thousand up. The title holds the exact number. */
export function Tokens({ count }: { count: number | null }) {
  if (count === null) return <>–</>;
  return (
    <Text span inherit className="numbers" title={`${WHOLE.format(count)} tokens`}>
      {count < 10_000 ? WHOLE.format(count) : SHORT.format(count)}
    </Text>
  );
}

/** A whole number with thousands separators. */
export function whole(value: number): string {
  return WHOLE.format(value);
}
