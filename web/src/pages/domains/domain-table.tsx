import { Anchor, Card, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { paths } from "../../paths.ts";
import { type Domain, DomainBadge } from "./domain-state.tsx";
import classes from "./domains.module.css";

export function DomainTable({ domains }: { domains: Domain[] }) {
  return (
    <Stack component="ul" gap="xs" m={0} p={0} className={classes["list"]}>
      {domains.map((domain) => (
        <Card component="li" key={domain.domain} className={classes["row"]}>
          <Anchor component={Link} href={paths.domain(domain.domain)} fw={500} className={classes["name"]}>
            {domain.unicode}
          </Anchor>
          {domain.unicode !== domain.domain && (
            <Text size="sm" c="dimmed" className={classes["name"]}>
              {domain.domain}
            </Text>
          )}
          <DomainBadge domain={domain} />
        </Card>
      ))}
    </Stack>
  );
}
