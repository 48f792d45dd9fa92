import { Table } from "@mantine/core";
import { Money, Tokens, whole } from "../../components/numbers.tsx";
import { GROUPINGS, type Grouping, type Numbers, type UsageGroup } from "./groups.ts";

type Props = { groups: UsageGroup[]; total: Numbers; grouping: Grouping; nameOf: (key: string) => string };

/**
 * The figures behind the chart. The cost column comes early enough to show on a phone. Days are sorted newest first,
 * everything else by cost.
 */
export function UsageTable({ groups, total, grouping, nameOf }: Props) {
  const heading = GROUPINGS.find(({ value }) => value === grouping)?.label ?? "";
  return (
    <Table.ScrollContainer minWidth={560} mt="md" type="native" tabIndex={0} role="region" aria-label="Figures">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{heading}</Table.Th>
            {["Cost", "Mails", "Tokens in", "Tokens out"].map((name) => (
              <Table.Th key={name} ta="right" className="numbers">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted(groups, grouping).map((group) => (
            <Table.Tr key={group.key}>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{nameOf(group.key)}</Table.Td>
              <Figures numbers={group} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Total</Table.Th>
            <Figures numbers={total} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

function Figures({ numbers }: { numbers: Numbers }) {
  return (
    <>
      <Table.Td ta="right">
        <Money usd={numbers.cost_usd} />
      </Table.Td>
      <Table.Td ta="right" className="numbers">
        {whole(numbers.mails)}
      </Table.Td>
      <Table.Td ta="right">
        <Tokens count={numbers.tokens_in} />
      </Table.Td>
      <Table.Td ta="right">
        <Tokens count={numbers.tokens_out} />
      </Table.Td>
    </>
  );
}

function sorted(groups: UsageGroup[], grouping: Grouping): UsageGroup[] {
  if (grouping === "day") return groups.toReversed();
  return groups.toSorted((a, b) => (b.cost_usd ?? 0) - (a.cost_usd ?? 0) || b.mails - a.mails);
}
