import { Text } from "@mantine/core";
import { useMemo } from "react";
import classes from "./mail.module.css";
import type { RawMail } from "./read-mail.worker.ts";
import { LONGEST_HTML, sanitizeHtml } from "./sanitize-html.ts";

/** Shows a mail's HTML in a frame without scripts, forms, links, or anything from the web. */
export default function HtmlFrame({ mail: { html, pictures } }: { mail: RawMail }) {
  const shown = useMemo(
    () => (html === undefined || html.length > LONGEST_HTML ? undefined : sanitizeHtml(html, pictures)),
    [html, pictures],
  );
  if (html === undefined) return <Note>This mail has no HTML, only text.</Note>;
  if (shown === undefined)
    return <Note>The HTML of this mail is too long to be shown here. Save the mail to read it.</Note>;
  return (
    <>
      <iframe className={classes["frame"]} sandbox="" srcDoc={shown.document} title="The mail as HTML" />
      <Note>
        Links are switched off. Hover over one to see where it leads.
        {shown.remotePictures > 0 &&
          " Pictures from the web are not loaded, because the sender would learn that you opened the mail."}
      </Note>
    </>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
