import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { isMoving } from "../../../components/is-moving.ts";
import { Loaded } from "../../../components/loaded.tsx";
import type { Run } from "../thread/run-cache.ts";
import classes from "./mail.module.css";
import { useRawMail } from "./use-raw-mail.ts";

/** As much of the text as a run keeps (functions/agent-runner/mail/read-mail.ts). */
const KEPT_TEXT = 4_000;

/** The text that was read, or the mail's own: all of a longer one, and of one that no agent has read. */
export function MailText({ run }: { run: Run }) {
  const [whole, setWhole] = useState(false);
  const wasRead = run.text !== null && run.text.trim() !== "";
  if (isMoving(run) && run.text === null) return <Words>…</Words>;
  if (!wasRead || whole) return <WholeText id={run.id} />;
  return (
    <>
      <Words>{run.text}</Words>
      {(run.text?.length ?? 0) >= KEPT_TEXT - 1 && (
        <Button size="compact-xs" variant="default" style={{ alignSelf: "flex-start" }} onClick={() => setWhole(true)}>
          Show all of it
        </Button>
      )}
    </>
  );
}

function WholeText({ id }: { id: string }) {
  const raw = useRawMail(id, true);
  return (
    <Loaded query={raw}>
      {({ text, html }) =>
        text?.trim() ? (
          <Words>{text}</Words>
        ) : (
          <Text size="sm" c="dimmed">
            {html === undefined ? "This mail has no text." : "This mail has no text, only HTML."}
          </Text>
        )
      }
    </Loaded>
  );
}

function Words({ children }: { children: React.ReactNode }) {
  return (
    <Text size="sm" dir="auto" className={classes["words"]}>
      {children}
    </Text>
  );
}
