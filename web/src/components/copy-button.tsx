import { ActionIcon, CopyButton as Copy } from "@mantine/core";
import { Check, Copy as CopyIcon } from "lucide-react";

/** Copies a value. `what` names the value to a screen reader: "the address". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  return (
    <Copy value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          color={copied ? "green" : "gray"}
          onClick={copy}
          aria-label={copied ? "Copied" : `Copy ${what}`}
          title={copied ? "Copied" : `Copy ${what}`}
        >
          {copied ? <Check size={16} aria-hidden /> : <CopyIcon size={16} aria-hidden />}
        </ActionIcon>
      )}
    </Copy>
  );
}
