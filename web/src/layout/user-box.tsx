import { ActionIcon, Text } from "@mantine/core";
import { LogOut } from "lucide-react";
import { tellProblem } from "../components/toast.ts";
import { logOut, type User } from "../session/session.ts";
import { ThemeSwitch } from "../theme/theme-switch.tsx";
import classes from "./shell.module.css";

/** Shows who is logged in, the colour scheme, and the log-out button. */
export function UserBox({ user }: { user: User }) {
  return (
    <div className={classes["user"]}>
      <div className={classes["who"]}>
        <Text size="sm" fw={500} truncate title={user.name}>
          {user.name}
        </Text>
        <Text size="xs" c="dimmed" truncate title={user.email}>
          {user.email}
        </Text>
      </div>
      <div className={classes["tools"]}>
        <ThemeSwitch />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Log out"
          title="Log out"
          onClick={() => void logOut().catch(tellProblem)}
        >
          <LogOut size={16} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
