import { Text, Tooltip } from "@mantine/core";

const WHOLE = new Intl.NumberFormat("en-US");
const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** US dollars: cents from a dollar up, and below it so many digits that a small cost is not shown as nothing. */
export function usd(value: number): string {
  const small = value !== 0 && Math.abs(value) < 1;
  const digits = small ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", ...digits }).format(value);
}

/** A cost; null is one that nobody knows, because the model has no listed price. */
export function Money({ usd: value }: { usd: number | null }) {
  if (value === null) {
    return (
      <Tooltip label="This model has no listed price.">
        <Text span inherit c="dimmed" tabIndex={0}>
          unknown
        </Text>
      </Tooltip>
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
