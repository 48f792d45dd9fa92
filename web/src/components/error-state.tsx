import { Alert, Button, Stack, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { asProblem } from "../api/problem.ts";

type Props = { error: unknown; retry?: () => void };

/** Replaces data that could not be loaded: says what went wrong and offers to try again. */
export function ErrorState({ error, retry }: Props) {
  const { message, code } = asProblem(error);
  return (
    <Alert color="red" role="alert" icon={<CircleAlert size={18} aria-hidden />} title="This could not be loaded">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{message}</Text>
        {retry !== undefined && code !== "not_found" && (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
