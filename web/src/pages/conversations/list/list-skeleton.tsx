import { Skeleton, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import type { useConversations } from "./use-conversations.ts";

/** Shown until the first rows arrive. A search may read many mails before it finds one. */
export function ListSkeleton({ pages }: { pages: ReturnType<typeof useConversations>["pages"] }) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const looksOn = data !== undefined;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <Stack gap="lg" p="md" role="status" aria-label="Loading">
      {looksOn && (
        <Text size="sm" c="dimmed">
          Looking through older mails…
        </Text>
      )}
      {[70, 55, 80, 60, 75].map((width) => (
        <Stack key={width} gap={8}>
          <Skeleton height={10} width="40%" />
          <Skeleton height={10} width={`${width}%`} />
          <Skeleton height={8} width="25%" />
        </Stack>
      ))}
    </Stack>
  );
}
