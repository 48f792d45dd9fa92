import { AppShell, Box, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Fragment, type ReactNode } from "react";
import { paths } from "../paths.ts";
import type { User } from "../session/session.ts";
import { Brand } from "./brand.tsx";
import { useNavigation } from "./navigated.ts";
import { Navigation } from "./navigation.tsx";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu.tsx";

/** The frame of every page after log-in: navigation at the left, behind a button on a phone. */
export default function Shell({ user, children }: { user: User; children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = useNavigation();
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", sm: "xl" }}
    >
      <a className={classes["skip"]} href="#main">
        Skip to the content
      </a>
      <AppShell.Header className={classes["header"]} hiddenFrom="sm">
        <Group h="100%" px="md" justify="space-between">
          <Brand />
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={opened ? "Close the menu" : "Open the menu"} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes["navbar"]} aria-label="Main">
        <Box visibleFrom="sm" px="lg" pt="md" pb="lg">
          <Brand />
        </Box>
        <Navigation path={path} onNavigate={close} />
        <UserMenu user={user} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes["main"]}>
        <div className={classes["page"]}>
          <Fragment key={pageOf(path)}>{children}</Fragment>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** A page begins anew at each address, but the inbox: its list stays while one conversation after another is opened. */
function pageOf(path: string): string {
  return path.startsWith(paths.conversations()) ? paths.conversations() : path;
}
