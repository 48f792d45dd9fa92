import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";

/** What the API says about settings that do not do what they seem to. Nothing where there is nothing to say. */
export function Warnings({ of = [] }: { of?: string[] | undefined }) {
  if (of.length === 0) return null;
  return (
    <Alert color="orange" icon={<CircleAlert size={17} aria-hidden />} mt="sm">
      {of.map((warning) => (
        <Text size="sm" key={warning}>
          {warning}
        </Text>
      ))}
    </Alert>
  );
}
