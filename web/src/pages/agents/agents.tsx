import { PageHeader } from "../../components/page-header.tsx";

export default function Agents() {
  return <PageHeader title="Agents">Each agent has an e-mail address and answers what arrives there.</PageHeader>;
}
