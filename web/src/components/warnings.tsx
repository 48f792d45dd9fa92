import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";

/** Shows the API's warnings about settings that do not do what they seem to. It shows nothing if there are none. */
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
