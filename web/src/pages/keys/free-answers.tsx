import { Alert } from "@mantine/core";
import { useApi } from "../../api/use-api.ts";
import { whole } from "../../components/numbers.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";

/** Says how the team's own key answers for an owner without a key, where the team offers that. */
export function FreeAnswers() {
  const { data: account } = useApi("getAccount", {});
  if (account === undefined || account.platform_key === null) return null;
  const { mails_used, mails_per_month } = account.platform_key;
  return (
    <Alert color="blue" mb="md" title={`${whole(mails_per_month)} free answers a month`}>
      Until you add a key, mails are answered with the key of the team that runs this Latchkey.{" "}
      {account.email_verified ? (
        `${whole(mails_used)} of them are used this month.`
      ) : (
        <>
          First <TextLink href={paths.account()}>confirm your address</TextLink>.
        </>
      )}
    </Alert>
  );
}
