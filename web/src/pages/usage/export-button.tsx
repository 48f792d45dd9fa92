import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";
import { callForFile } from "../../api/call.ts";
import type { Query } from "../../api/types.ts";
import { saveFile } from "../../components/save-file.ts";
import { tellProblem } from "../../components/toast.ts";

/** Downloads the table as a CSV file, which the API makes. */
export function ExportButton({ query }: { query: Query<"getUsage"> }) {
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      const file = await callForFile("getUsage", { query }, "text/csv");
      saveFile(file, `latchkey-usage-by-${query.group_by}-${query.from}-to-${query.to}.csv`);
    } catch (error) {
      tellProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<Download size={16} aria-hidden />}
      loading={pending}
      onClick={() => void save()}
    >
      Export CSV
    </Button>
  );
}
