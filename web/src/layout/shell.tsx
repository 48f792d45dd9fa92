import { Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { ErrorBoundary } from "../components/error-boundary.tsx";
import { paths } from "../paths.ts";
import type { User } from "../session/session.ts";
import { Brand } from "./brand.tsx";
import { useNavigation } from "./navigated.ts";
import { Navigation } from "./navigation.tsx";
import classes from "./shell.module.css";
import { UserBox } from "./user-box.tsx";

/** The frame of every page after log-in: navigation at the left, behind a button on a phone. */
export default function Shell({ user, children }: { user: User; children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = useNavigation();
  return (
    <div className={classes["frame"]}>
      <a className={classes["skip"]} href="#main">
        Skip to the content
      </a>
      <header className={classes["bar"]}>
        <Brand />
        <Burger
          opened={opened}
          onClick={toggle}
          size="sm"
          aria-expanded={opened}
          aria-label={opened ? "Close the menu" : "Open the menu"}
        />
      </header>
      <nav className={classes["nav"]} aria-label="Main" data-opened={opened}>
        <div className={classes["top"]}>
          <Brand />
        </div>
        <Navigation path={path} onNavigate={close} />
        <UserBox user={user} />
      </nav>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        <div className={classes["page"]}>
          <ErrorBoundary key={pageOf(path)}>{children}</ErrorBoundary>
        </div>
      </main>
    </div>
  );
}

/** A page begins anew at each address, but the inbox: its list stays while one conversation after another is opened. */
function pageOf(path: string): string {
  return path.startsWith(paths.conversations()) ? paths.conversations() : path;
}
