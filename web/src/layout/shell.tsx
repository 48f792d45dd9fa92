import { Burger } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorBoundary } from "../components/error-boundary.tsx";
import { paths } from "../paths.ts";
import type { User } from "../session/session.ts";
import { Brand } from "./brand.tsx";
import { useNavigation } from "./navigated.ts";
import { Navigation } from "./navigation.tsx";
import classes from "./shell.module.css";
import { useMenu } from "./use-menu.ts";
import { UserBox } from "./user-box.tsx";

/** The frame of every page after log-in: navigation at the left, or behind a button on a phone. */
export default function Shell({ user, children }: { user: User; children: ReactNode }) {
  const menu = useMenu();
  const path = useNavigation();
  return (
    <div className={classes["frame"]}>
      <a className={classes["skip"]} href="#main">
        Skip to the content
      </a>
      <header className={classes["bar"]}>
        <Brand />
        <Burger
          ref={menu.button}
          opened={menu.isOpen}
          onClick={menu.toggle}
          size="sm"
          aria-expanded={menu.isOpen}
          aria-label={menu.isOpen ? "Close the menu" : "Open the menu"}
        />
      </header>
      <nav className={classes["nav"]} aria-label="Main" data-opened={menu.isOpen}>
        <div className={classes["top"]}>
          <Brand />
        </div>
        <Navigation path={path} onNavigate={menu.close} />
        <UserBox user={user} />
      </nav>
      {/* On a phone the open menu covers it. */}
      <main id="main" tabIndex={-1} className={classes["main"]} inert={menu.isOpen}>
        <div className={classes["page"]}>
          <ErrorBoundary key={pageOf(path)}>{children}</ErrorBoundary>
        </div>
      </main>
    </div>
  );
}

/**
 * Each address renders a new page, except in the inbox: its list stays while the user opens one conversation after
 * another.
 */
function pageOf(path: string): string {
  return path.startsWith(paths.conversations()) ? paths.conversations() : path;
}
