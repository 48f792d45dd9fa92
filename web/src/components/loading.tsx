import { Center, Loader } from "@mantine/core";

/** Shown while a page or its first data loads. */
export function Loading({ whole = false }: { whole?: boolean }) {
  return (
    <Center h={whole ? "100dvh" : 240} role="status" aria-label="Loading">
      <Loader size="sm" type="dots" />
    </Center>
  );
}
