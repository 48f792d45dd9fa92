import { ASSUMED, type BillLine, billOf, type Size } from "./bill.ts";
import { isPoll, type Measured } from "./count-mails.ts";
import { paidByOwners } from "./owners.ts";
import { PRICES, PRICES_OF, REGION, uncheckedPrices } from "./prices.ts";
import type { Standing } from "./standing.ts";

const usd = (amount: number) => amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = (amount: number) => amount.toLocaleString("en-US", { maximumFractionDigits: amount < 100 ? 2 : 0 });

/** The month's bill for one size, as Markdown. */
export function reportOf(size: Size, measured: Measured, standing: Standing): string {
  const lines = billOf(size, measured, standing);
  const total = lines.reduce((sum, line) => sum + line.usd, 0);
  const busy = Math.ceil(size.perSecond * (ASSUMED.answerSeconds + ASSUMED.runnerSeconds));
  return [
    `### ${count(size.mails)} mails, ${count(size.users)} users`,
    "",
    `**${usd(total)} USD** a month to AWS, ${((total / size.mails) * 1000).toFixed(2)} USD per thousand mails. At ${size.perSecond} mails a second, up to ${busy} ${busy === 1 ? "is" : "are"} processed at a time.`,
    "",
    "| service | amount | unit | USD |",
    "|---|---:|---|---:|",
    ...lines.map(row),
    "",
    `In addition, the owners pay their providers. With ${size.tokensIn} input and ${size.tokensOut} output tokens per mail, and all mails answered by one provider's default model:`,
    "",
    ...paidByOwners(size, new Date(`${PRICES_OF}T00:00:00Z`)).map(
      ({ provider, model, usd: paid }) =>
        `- ${provider} (${model}): ${paid === undefined ? "no listed price" : `${usd(paid)} USD`}`,
    ),
    "",
  ].join("\n");
}

function row({ service, amount, price, usd: cost }: BillLine): string {
  const mark = uncheckedPrices().includes(price) ? " (price not checked)" : "";
  return `| ${service} | ${count(amount)} | ${PRICES[price].unit}${mark} | ${usd(cost)} |`;
}

/** The calls of one answered mail, as counted. */
export function callsOf({ mails, counts }: Measured): string {
  const rows = Object.entries(counts)
    .filter(([name]) => !isPoll(name))
    .map(([name, { calls, units }]): [string, number, number] => [name, calls / mails, units / mails])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const each = rows.map(([name, calls, units]) => `| ${name} | ${count(calls)} | ${units > 0 ? count(units) : ""} |`);
  return ["| call | times | units |", "|---|---:|---:|", ...each, ""].join("\n");
}

export function pricesNote(): string {
  return `List prices of ${REGION}, ${PRICES_OF}, without free tiers but Cognito's: \`local/cost/prices.ts\`, each with its source.`;
}
