import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useHeading } from "./use-heading.ts";

/** The heading of a page before log-in. If the page has a field to fill in, the first one gets the focus. */
export function AuthHeader({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useHeading(title);
  return (
    <>
      <Title order={1} size="h2" ref={heading} tabIndex={-1} mb={children === undefined ? "lg" : 6}>
        {title}
      </Title>
      {children !== undefined && (
        <Text size="sm" c="dimmed" mb="lg">
          {children}
        </Text>
      )}
    </>
  );
}
