import { Button } from "@mantine/core";
import { Link } from "wouter";
import { useApi } from "../../../api/use-api.ts";
import { paths } from "../../../paths.ts";

/** The team's own key answers only for users whose address is verified. */
export function ConfirmAddress() {
  const { data: account } = useApi("getAccount", {});
  if (account === undefined || account.platform_key === null || account.email_verified) return null;
  return (
    <Button size="xs" variant="default" component={Link} href={paths.account()}>
      Confirm your address for free answers
    </Button>
  );
}
