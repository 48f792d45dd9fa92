import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";

type Props = { href: string; onClick?: () => void; children: ReactNode };

/** A link inside a text to another page of the app. */
export function TextLink({ href, onClick, children }: Props) {
  return (
    <Anchor component={Link} href={href} underline="always" inherit {...(onClick && { onClick })}>
      {children}
    </Anchor>
  );
}

/** A link to another site. It does not tell that site where the user came from. */
export function OutLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" underline="always" inherit>
      {children}
    </Anchor>
  );
}
