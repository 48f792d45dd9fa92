import { PageHeader } from "../../components/page-header.tsx";
import { useSession } from "../../session/session.ts";
import { FirstSteps } from "./first-steps.tsx";

export default function Home() {
  const session = useSession();
  const name = session.status === "in" ? session.user.name : "";
  return (
    <>
      <PageHeader title="Home">{name === "" ? undefined : `Welcome, ${name}.`}</PageHeader>
      <FirstSteps />
    </>
  );
}
