import { Group, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { ChevronsUpDown, LogOut } from "lucide-react";
import { tellProblem } from "../components/toast.ts";
import { logOut, type User } from "../session/session.ts";
import { ThemeItems } from "../theme/theme-items.tsx";
import classes from "./shell.module.css";

/** Who is logged in, the colours, and the way out. */
export function UserMenu({ user }: { user: User }) {
  return (
    <Menu position="top-start" width={204} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes["user"]}>
          <Group wrap="nowrap" gap="xs" justify="space-between">
            <div className={classes["who"]}>
              <Text size="sm" fw={500} truncate>
                {user.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {user.email}
              </Text>
            </div>
            <VisuallyHidden>Account menu</VisuallyHidden>
            <ChevronsUpDown size={15} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} aria-hidden />} onClick={() => void logOut().catch(tellProblem)}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
