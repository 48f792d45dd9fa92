import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useHeading } from "./use-heading.ts";

type Props = {
  title: string;
  /** One line about the page's purpose. */
  children?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
};

/** The page's only h1. It sets the tab's title and takes the focus when a link opened the page. */
export function PageHeader({ title, children, actions }: Props) {
  const heading = useHeading(title);
  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="md">
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {children !== undefined && (
          <Text c="dimmed" size="sm" mt={4} maw={640}>
            {children}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
