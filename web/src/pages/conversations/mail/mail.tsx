import { Button, Group, Stack, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { lazy, Suspense } from "react";
import { Loaded } from "../../../components/loaded.tsx";
import { Loading } from "../../../components/loading.tsx";
import { tellProblem } from "../../../components/toast.ts";
import type { Run } from "../thread/run-cache.ts";
import { Attachments } from "./attachments.tsx";
import { MailText } from "./mail-text.tsx";
import { saveRawMail, useRawMail } from "./use-raw-mail.ts";

const HtmlFrame = lazy(() => import("./html-frame.tsx"));

/** The mail: its text, its HTML on request, its attachments, and a button to save all of it. */
export function Mail({ run }: { run: Run }) {
  const [asHtml, { toggle }] = useDisclosure(false);
  const save = useMutation({ mutationFn: () => saveRawMail(run.id), onError: tellProblem });
  return (
    <Stack gap={8} component="section" aria-label="Mail">
      <Group justify="space-between" gap={4}>
        <Title order={4} size="sm">
          Mail
        </Title>
        <Group gap={4}>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={toggle} aria-pressed={asHtml}>
            {asHtml ? "Show the text" : "Show the HTML"}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<Download size={13} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Save the mail
          </Button>
        </Group>
      </Group>
      {asHtml ? <AsHtml id={run.id} /> : <MailText run={run} />}
      <Attachments files={run.attachments} />
    </Stack>
  );
}

function AsHtml({ id }: { id: string }) {
  const raw = useRawMail(id, true);
  return (
    <Loaded query={raw}>
      {(mail) => (
        <Suspense fallback={<Loading />}>
          <HtmlFrame mail={mail} />
        </Suspense>
      )}
    </Loaded>
  );
}
