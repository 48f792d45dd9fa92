import { Card, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  Icon: LucideIcon;
  title: string;
  /** Says what will appear here and what to do next. */
  children: ReactNode;
  /** The button for the next step. */
  action?: ReactNode;
};

/** Stands in for an empty list and teaches the next step. */
export function EmptyState({ Icon, title, children, action }: Props) {
  return (
    <Card py={48}>
      <Stack align="center" gap="xs">
        <ThemeIcon variant="light" size={44} radius="xl">
          <Icon size={22} strokeWidth={1.7} aria-hidden />
        </ThemeIcon>
        <Title order={2} ta="center" mt={4}>
          {title}
        </Title>
        <Text c="dimmed" size="sm" ta="center" maw={440}>
          {children}
        </Text>
        {action !== undefined && <div style={{ marginTop: 8 }}>{action}</div>}
      </Stack>
    </Card>
  );
}
