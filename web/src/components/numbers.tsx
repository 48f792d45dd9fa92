import { Text } from "@mantine/core";

const WHOLE = new Intl.NumberFormat("en-US");
const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** US dollars and cents, and below a dollar so many digits that a small cost is not shown as nothing. */
export function usd(value: number): string {
  const size = Math.abs(value);
  const digits = size > 0 && size < 1 ? 1 - Math.floor(Math.log10(size)) : 2;
  const fraction = { minimumFractionDigits: 2, maximumFractionDigits: Math.max(2, digits) };
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", ...fraction }).format(value);
}

/** A cost; null is one that nobody knows, because the model has no listed price. */
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

/** A number of tokens, short from ten thousand up; its whole figure is in the title. */
export function Tokens({ count }: { count: number | null }) {
  if (count === null) return <>–</>;
  return (
    <Text span inherit className="numbers" title={`${WHOLE.format(count)} tokens`}>
      {count < 10_000 ? WHOLE.format(count) : SHORT.format(count)}
    </Text>
  );
}

/** A whole number with thousands apart. */
export function whole(value: number): string {
  return WHOLE.format(value);
}
