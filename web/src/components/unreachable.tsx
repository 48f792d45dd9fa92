import { Button, Center, Stack, Text, Title } from "@mantine/core";
import type { Problem } from "../api/problem.ts";
import { startSession } from "../session/session.ts";

/** Replaces the app when the API could not be reached to check for a session. */
export function Unreachable({ problem }: { problem: Problem }) {
  return (
    <Center component="main" h="100dvh" p="md">
      <Stack align="center" gap="sm" maw={420}>
        <Title order={1}>Latchkey cannot be reached</Title>
        <Text c="dimmed" ta="center">
          {problem.message}
        </Text>
        <Button onClick={() => void startSession()}>Try again</Button>
      </Stack>
    </Center>
  );
}
