import { Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId } from "react";
import { keyed } from "../../../components/keyed.ts";
import { Money, Tokens } from "../../../components/numbers.tsx";
import { Facts } from "./facts.tsx";
import type { Run } from "./run-cache.ts";
import classes from "./thread.module.css";

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** The history and cost of a run: one line that expands on a click. */
export function Happened({ run }: { run: Run }) {
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <Stack gap={0}>
      <UnstyledButton onClick={toggle} aria-expanded={open} aria-controls={id}>
        <Text size="sm" c="dimmed" component="span">
          <Chevron size={15} aria-hidden className={classes["chevron"]} />
          What happened
          {run.tokens_in !== null && (
            <span>
              {" · "}
              {run.model_name}
              {" · "}
              <Tokens count={run.tokens_in + (run.tokens_out ?? 0)} /> tokens
              {" · "}
              <Money usd={run.cost_usd} />
            </span>
          )}
        </Text>
      </UnstyledButton>
      <div id={id} className={classes["happened"]} hidden={!open} style={open ? undefined : { display: "none" }}>
        <section aria-label="Timeline">
          <Title order={4} size="sm" mb={6}>
            Timeline
          </Title>
          <Timeline lines={run.timeline} />
        </section>
        <Facts run={run} />
      </div>
    </Stack>
  );
}

function Timeline({ lines }: { lines: Run["timeline"] }) {
  return (
    <ol className={classes["lines"]}>
      {keyed(withDates(lines), ({ at, event }) => `${at} ${event}`).map(({ key, item: { at, text, time, day } }) => (
        <li key={key} className={classes["line"]}>
          <Text
            size="xs"
            c="dimmed"
            className={`numbers ${classes["still"]}`}
            component="time"
            dateTime={at}
            w={84}
            pt={2}
          >
            {day !== undefined && (
              <>
                {day}
                <br />
              </>
            )}
            {time}
          </Text>
          <Text size="sm">{text}</Text>
        </li>
      ))}
    </ol>
  );
}

/** Shows the date only where it differs from the line before. */
function withDates(lines: Run["timeline"]) {
  const days = lines.map(({ at }) => DAY.format(new Date(at)));
  return lines.map((line, index) => ({
    ...line,
    time: TIME.format(new Date(line.at)),
    day: days[index] === days[index - 1] ? undefined : days[index],
  }));
}
