import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useHeading } from "./use-heading.ts";

/** The heading of a page before log-in. The first field has the focus there, if there is one to be typed into. */
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
