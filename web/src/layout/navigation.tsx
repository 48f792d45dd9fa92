import { NavLink } from "@mantine/core";
import {
  Bot,
  ChartNoAxesColumn,
  Globe,
  House,
  KeyRound,
  type LucideIcon,
  MessagesSquare,
  MonitorCog,
  SquareTerminal,
  UserRound,
} from "lucide-react";
import { Link } from "wouter";
import { useOnOneMachine } from "../local/on-one-machine.ts";
import { paths } from "../paths.ts";
import classes from "./shell.module.css";

const ITEMS: { label: string; href: string; Icon: LucideIcon }[] = [
  { label: "Home", href: paths.home(), Icon: House },
  { label: "Keys", href: paths.keys(), Icon: KeyRound },
  { label: "Agents", href: paths.agents(), Icon: Bot },
  { label: "Domains", href: paths.domains(), Icon: Globe },
  { label: "Conversations", href: paths.conversations(), Icon: MessagesSquare },
  { label: "Usage", href: paths.usage(), Icon: ChartNoAxesColumn },
  { label: "API tokens", href: paths.tokens(), Icon: SquareTerminal },
  { label: "Account", href: paths.account(), Icon: UserRound },
];

const MACHINE = { label: "This machine", href: paths.machine(), Icon: MonitorCog };

export function Navigation({ path, onNavigate }: { path: string; onNavigate: () => void }) {
  const items = useOnOneMachine() ? [...ITEMS, MACHINE] : ITEMS;
  return (
    <ul className={classes["links"]}>
      {items.map(({ label, href, Icon }) => {
        const active = href === paths.home() ? path === href : path.startsWith(href);
        return (
          <li key={href}>
            <NavLink
              component={Link}
              href={href}
              onClick={onNavigate}
              label={label}
              leftSection={<Icon size={17} strokeWidth={1.8} aria-hidden />}
              active={active}
              aria-current={active ? "page" : undefined}
            />
          </li>
        );
      })}
    </ul>
  );
}
