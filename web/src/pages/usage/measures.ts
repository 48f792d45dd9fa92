import { usd, whole } from "../../components/numbers.tsx";

/** The measures that the chart can show. */
export const MEASURES = {
  cost: {
    label: "Cost",
    series: [{ name: "cost", label: "Cost", color: "var(--latchkey-bar)" }],
    format: usd,
  },
  mails: {
    label: "Mails",
    series: [{ name: "mails", label: "Mails", color: "teal.6" }],
    format: whole,
  },
  tokens: {
    label: "Tokens",
    series: [
      { name: "tokens_in", label: "Tokens in", color: "blue.6" },
      { name: "tokens_out", label: "Tokens out", color: "orange.6" },
    ],
    format: whole,
  },
} as const;
export type Measure = keyof typeof MEASURES;

export function isMeasure(value: string): value is Measure {
  return value in MEASURES;
}
