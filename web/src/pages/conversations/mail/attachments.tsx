import { Text } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { keyed } from "../../../components/keyed.ts";
import type { Run } from "../thread/run-cache.ts";
import classes from "./mail.module.css";

/** Names and sizes of the attachments. The files themselves come with the saved mail. */
export function Attachments({ files }: { files: Run["attachments"] }) {
  if (files.length === 0) return null;
  return (
    <ul className={classes["files"]} aria-label="Attachments">
      {keyed(files, ({ filename }) => filename).map(({ key, item: { filename, mime_type, size } }) => (
        <li key={key} className={classes["file"]}>
          <Paperclip size={13} aria-hidden />
          <span>
            <bdi>{filename || mime_type}</bdi>{" "}
            <Text span inherit c="dimmed">
              {bytes(size)}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  );
}

function bytes(size: number): string {
  if (size < 1_000) return `${size} B`;
  return size < 1_000_000 ? `${Math.round(size / 1_000)} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
