import { Button, Group, Text } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { Section } from "../../components/section.tsx";
import { tellProblem } from "../../components/toast.ts";
import { exportEverything } from "./export-everything.ts";

export function ExportCard() {
  const [rows, setRows] = useState<number>();
  const pending = rows !== undefined;
  const save = async () => {
    setRows(0);
    try {
      saveFile(await exportEverything(setRows), `latchkey-export-${new Date().toISOString().slice(0, 10)}.json`);
    } catch (error) {
      tellProblem(error);
    } finally {
      setRows(undefined);
    }
  };
  return (
    <Section
      title="Export"
      text="Everything that Latchkey stores about you, in one JSON file: account, agents, mails, answers and usage. Of your keys it holds only the masks."
    >
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={pending}
          onClick={() => void save()}
        >
          Export everything
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {pending ? `${rows} rows so far` : ""}
        </Text>
      </Group>
    </Section>
  );
}
